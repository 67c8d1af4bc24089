# bootstrap.R - the job of `variance: bootstrap` in R's survey: draws replicates, and of every item takes the mean
# and the share of each answer, top2 and bottom2, for everybody and for every group.
#
#   Rscript tests/bench/bootstrap.R ANSWERS.csv CODEBOOK INTERNAL SOURCE STRATUM CLUSTER REPLICATES
#
# R 4.2.2 with survey 4.1-1.  INTERNAL is the program's folder: its weights.csv says who counts and for how much, its
# estimates.csv which groups there are.  STRATUM and CLUSTER "-": none.  Prints seconds (drawing, figures), how
# many figures, and the mean standard error of the means of everybody; reading is not timed.
suppressMessages(library(survey))
a <- commandArgs(trailingOnly = TRUE)
set.seed(1)

book <- function(name) {
  path <- file.path(a[2], name)
  mark <- if (grepl(";", readLines(path, 1))) ";" else ","
  read.csv(path, sep = mark, colClasses = "character", check.names = FALSE, fileEncoding = "UTF-8-BOM")
}
variables <- book("variables.csv")
values <- book("values.csv")
of_source <- vapply(strsplit(variables$source, " "), function(s) a[4] %in% s, NA)
variables <- variables[of_source, ]
variables$column <- ifelse(variables$column == "", variables$name, variables$column)
answers <- read.csv(a[1], colClasses = "character", check.names = FALSE, fileEncoding = "UTF-8-BOM")
weights <- read.csv(file.path(a[3], "weights.csv"), colClasses = c(source = "character"))
weights <- weights[weights$source == a[4], ]
# A respondent starts where the one before ends: cells hold line breaks.
ends <- which(!is.na(count.fields(a[1], sep = ",", quote = "\"", blank.lines.skip = FALSE, comment.char = "")))
answers <- answers[match(weights$line, c(1, 1 + ends[-length(ends)])) - 1, ]

column <- function(name) answers[[variables$column[variables$name == name]]]
d <- data.frame(w = weights$weight, stratum = if (a[5] == "-") "all" else column(a[5]))
d$cluster <- if (a[6] == "-") seq_len(nrow(d)) else column(a[6])
alone <- d$cluster %in% ""
d$cluster[alone] <- paste("alone", which(alone))

# Of an item its score and 1 or 0 for every answer, top2 and bottom2.
is_item <- variables$type == "single" & variables$column %in% names(answers) &
  (vapply(strsplit(variables$role, " "), function(r) "outcome" %in% r, NA) | variables$scale != "")
valid <- values[values$missing == "" & grepl("^[0-9]+$", values$code), ]
items <- list()
for (i in which(is_item)) {
  codes <- as.numeric(valid$code[valid$list == variables$values[i]])
  x <- suppressWarnings(as.numeric(answers[[variables$column[i]]]))
  x[!x %in% codes] <- NA
  if (all(is.na(x)))
    next
  y <- cbind(x, outer(x, codes, `==`), x %in% tail(sort(codes), 2), x %in% head(sort(codes), 2))
  y[is.na(x), ] <- NA
  items[[variables$name[i]]] <- y
}
estimates <- read.csv(file.path(a[3], "estimates.csv"), colClasses = "character")
estimates <- unique(estimates[estimates$source == a[4], c("group_variable", "group_code")])
groups <- lapply(seq_len(nrow(estimates)), function(g)
  if (estimates$group_variable[g] == "total") rep(TRUE, nrow(d))
  else column(estimates$group_variable[g]) %in% strsplit(estimates$group_code[g], "+", fixed = TRUE)[[1]])

# A stratum with one cluster joins the one before it, so that R can draw from it.
strata <- sort(unique(d$stratum))
for (at in seq_along(strata))
  if (length(unique(d$cluster[d$stratum == strata[at]])) == 1)
    d$stratum[d$stratum == strata[at]] <- strata[if (at > 1) at - 1 else 2]

design <- svydesign(~cluster, strata = ~stratum, weights = ~w, data = d, nest = TRUE)
drawing <- system.time(
  replicates <- as.svrepdesign(design, type = "subbootstrap", replicates = as.integer(a[7])))[["elapsed"]]
n <- 0
of_means <- numeric()
figures <- system.time(for (y in items) for (group in groups) {
  keep <- group & !is.na(y[, 1])
  if (!any(keep))
    next
  se <- SE(svymean(y[keep, , drop = FALSE], replicates[keep, ]))
  n <- n + length(se)
  if (all(group))
    of_means <- c(of_means, se[1])
})[["elapsed"]]
cat(drawing, figures, n, length(of_means), mean(of_means), "\n")
