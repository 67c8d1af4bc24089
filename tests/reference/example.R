# example.R - the raw answers of the example and its design, in base R: what gap.R, routes.R and indicators.R have
# in common.
#
# Wants `study`, `wave` and `internal`.  Reads the codebook and the answers of the study, and of the program only
# weights.csv (which respondents count, and for how much).  Knows the example: single answers with codes, strata and
# clusters by name, weights of margins, f = 0.
table_of <- function(path) {
  lines <- readLines(path, warn = FALSE)
  encoding <- if (all(validUTF8(lines))) "UTF-8-BOM" else "WINDOWS-1252"
  text <- iconv(lines[1], sub("-BOM", "", encoding), "UTF-8")
  seps <- c(",", ";", "\t")
  most <- which.max(vapply(seps, function(s) lengths(regmatches(text, gregexpr(s, text, fixed = TRUE))), 1))
  read.table(path, sep = seps[most], header = TRUE, quote = "\"", comment.char = "", colClasses = "character",
             check.names = FALSE, na.strings = NULL, fileEncoding = encoding, fill = TRUE)
}
cell <- function(t, name) if (is.null(t[[name]])) rep("", nrow(t)) else trimws(t[[name]])

variables <- table_of(file.path(study, "codebook/variables.csv"))
values <- table_of(file.path(study, "codebook/values.csv"))
scales <- cell(table_of(file.path(study, "codebook/scales.csv")), "scale")
weights <- table_of(file.path(internal, "weights.csv"))

# --- answers of who counts, by the line on which a respondent begins
answers <- function(source, file) {
  raw <- table_of(file.path(study, wave, file))
  breaks <- vapply(seq_len(nrow(raw)), function(i) sum(nchar(gsub("[^\n]", "", unlist(raw[i, ])))), 1)
  raw$line <- 2 + cumsum(c(0, 1 + breaks[-nrow(raw)]))
  names(raw) <- sub("[.] .*", "", names(raw)) # "G02Q01[SQ001]. Bent u het eens"
  own <- weights[weights$source == source, ]
  kept <- raw[match(as.integer(own$line), raw$line), ]
  stopifnot(!anyNA(kept$line))
  kept$w <- as.numeric(own$weight)
  kept
}
column <- function(frame, name) {
  row <- which(variables$name == name)[1]
  header <- cell(variables, "column")[row]
  trimws(frame[[if (nzchar(header)) header else name]])
}
list_of <- function(name) cell(variables, "values")[variables$name == name][1]
# The score of each answer from 0 to 100, and whether it is one of the two highest as asked; NA: no valid answer.
valid_of <- function(name) values[cell(values, "list") == list_of(name) & cell(values, "missing") == "", ]
score_of <- function(list) {
  given <- cell(list, "score")
  as.numeric(ifelse(nzchar(given), given, cell(list, "code")))
}
index_of <- function(frame, name) {
  list <- valid_of(name); s <- score_of(list)
  x <- s[match(column(frame, name), cell(list, "code"))]
  u <- 100 * (x - min(s)) / (max(s) - min(s))
  if (cell(variables, "reverse")[variables$name == name][1] == "yes") 100 - u else u
}
top2_of <- function(frame, name) {
  list <- valid_of(name); s <- score_of(list)
  x <- s[match(column(frame, name), cell(list, "code"))]
  as.numeric(x >= sort(unique(s), decreasing = TRUE)[2])
}

vol <- answers("vol", "volunteers.csv")
org <- answers("org", "organisations.csv")
unit_ids <- function(frame, prefix) {
  id <- column(frame, "org_id")
  ifelse(nzchar(id), id, paste0(prefix, seq_along(id)))
}
vol$id <- unit_ids(vol, "v"); org$id <- unit_ids(org, "o")
vol$stratum <- column(vol, "sector"); org$stratum <- column(org, "size")
vol$psu <- paste(vol$stratum, vol$id); org$psu <- paste0("o", seq_len(nrow(org)))

# 7.18: what the margins do not explain; nobody has a base weight, so every row weighs 1 in the regression.
population <- table_of(file.path(study, "codebook/population.csv"))
margins <- function(frame, source, names) cbind(1, do.call(cbind, lapply(names, function(name) {
  own <- population[cell(population, "source") == source & cell(population, "variable") == name &
                      cell(population, "unit") %in% c("", "persons"), ]
  share <- as.numeric(own$count) / sum(as.numeric(own$count))
  given <- column(frame, name) %in% own$code
  outer(column(frame, name), own$code, "==") - outer(given * 1, share)
})))
x_of <- list(vol = margins(vol, "vol", c("age", "gender")), org = margins(org, "org", "size"))
influence <- function(side, frame, y) {
  ok <- !is.na(y)
  m <- sum(frame$w[ok] * y[ok]) / sum(frame$w[ok])
  e <- ifelse(ok, y - m, 0)
  list(mean = m, n = sum(ok), z = frame$w * qr.resid(qr(x_of[[side]]), e) / sum(frame$w[ok]), ok = ok)
}
variance <- function(z, psu, stratum) {
  total <- tapply(z, psu, sum); h <- tapply(stratum, psu, `[`, 1)
  sum(tapply(total, h, function(t) length(t) / (length(t) - 1) * sum((t - mean(t))^2)))
}
degrees <- function(psu, stratum) length(unique(psu)) - length(unique(stratum))

# The index of a scale over these items, of who answered `needed` of them.
score <- function(frame, items, needed = ceiling(length(items) / 2)) {
  u <- vapply(items, function(i) index_of(frame, i), numeric(nrow(frame)))
  ifelse(rowSums(!is.na(u)) >= needed, rowMeans(u, na.rm = TRUE), NA)
}

# --- beside the program
failed <- 0; compared <- 0
same <- function(what, got, want) {
  compared <<- compared + 1
  if (is.na(got) || is.na(want) || abs(got - want) > 1e-9 * max(1, abs(want))) {
    failed <<- failed + 1
    cat(sprintf("  DIFFERS %s: program %.17g, here %.17g\n", what, got, want))
  }
}
