# reliability.R - what R gives under our rules for METHODS 7.19-7.22, where the references have another rule.
#
#   Rscript tests/reference/reliability.R DATA tests/reference     (DATA: the folder of bfi/, rse/, ...)
#
# R 4.2.2 with psych 2.2.9.  Writes reliability.csv (the key of the references, case to quantity) and
# golden/scales.csv.
#   Feldt    The references take all rows for n, also those with an item left open; METHOD 7.19 takes the
#            respondents whose answers alpha is of.
#   Omega    psych has the sum of the correlations in the denominator, of pairs, and fa() stops on its way;
#            METHOD 7.21 has what the factor gives, of those who answered all items, at the least residuals.
suppressMessages(library(psych))
folders <- commandArgs(trailingOnly = TRUE)
data <- function(...) file.path(folders[1], ...)

alpha <- function(C) nrow(C) / (nrow(C) - 1) * (1 - sum(diag(C)) / sum(C))
rest <- function(C) sapply(seq_len(nrow(C)), function(j) sum(C[j, -j]) / sqrt(C[j, j] * sum(C[-j, -j])))
dropped <- function(C) sapply(seq_len(nrow(C)), function(j) alpha(C[-j, -j]))
feldt <- function(a, n, k) 1 - (1 - a) * qf(c(.975, .025), n - 1, (n - 1) * (k - 1))
# R's optim as far as it goes, then every loading at its best in turn.
loadings_of <- function(R) {
  left <- function(l) { d <- R - tcrossprod(l); sum(d[lower.tri(d)]^2) }
  slope <- function(l) { d <- R - tcrossprod(l); diag(d) <- 0; -2 * as.vector(d %*% l) }
  l <- optim(sqrt(colMeans(R)), left, slope, method = "BFGS", control = list(reltol = 1e-30, maxit = 10000))$par
  for (i in 1:1000) for (j in seq_along(l)) l[j] <- sum(R[j, -j] * l[-j]) / sum(l[-j]^2)
  stopifnot(max(abs(slope(l))) < 1e-12, all(l^2 < 1))
  l
}
omega <- function(C) {
  if (nrow(C) == 3) {
    first <- sqrt(C[1, 2] * C[1, 3] / C[2, 3])
    l <- c(first, C[1, 2] / first, C[1, 3] / first)
  } else {
    C <- cov2cor(C)
    l <- loadings_of(C)
  }
  if (any(l^2 >= diag(C))) NA else sum(l)^2 / (sum(l)^2 + sum(diag(C) - l^2))
}

rows <- list()
put <- function(case, block, variable, group, quantity, value, reason)
  rows[[length(rows) + 1]] <<- data.frame(case, block, variable, group, level = "", quantity,
    value = format(value, digits = 15, trim = TRUE), reason)
# alpha itself must be what the reference has, or the answers were not read as it read them.
scale <- function(case, name, x, reference) {
  known <- function(quantity) as.numeric(reference$value[reference$case == case & reference$variable == name &
    reference$group == "complete.obs" & reference$quantity == quantity & reference$block == "alpha"])
  rows_in_file <- nrow(x)
  x <- na.omit(x)
  C <- cov(x)
  stopifnot(nrow(x) == known("n_complete"), abs(alpha(C) - known("raw_alpha")) < 1e-11)
  bounds <- feldt(alpha(C), nrow(x), ncol(x))
  reason <- sprintf("R's n is %d, of whom %d answered all items", rows_in_file, nrow(x))
  if (ncol(x) > 2 && abs(bounds[1] - known("feldt_lo")) > 1e-10) {
    put(case, "alpha", name, "complete.obs", "feldt_lo", bounds[1], reason)
    put(case, "alpha", name, "complete.obs", "feldt_hi", bounds[2], reason)
  }
  if (ncol(x) > 2 && any(reference$case == case & reference$variable == name & reference$block == "omega"))
    put(case, "omega", name, "minres1f", "omega_tot", omega(C),
        if (ncol(x) == 3) "the closed form of covariances" else "what the factor gives, of complete answers")
}
table_of <- function(...) read.csv(..., colClasses = "character", check.names = FALSE)

reference <- table_of(data("bfi", "ref_bfi.csv"))
bfi <- read.csv(data("bfi", "bfi.csv"))
turned <- c("A1", "C4", "C5", "E1", "E2", "O2", "O5")
bfi[turned] <- 7 - bfi[turned]
for (s in c("agree", "conscientious", "extraversion", "neuroticism", "openness"))
  scale("bfi", s, bfi[paste0(toupper(substr(s, 1, 1)), 1:5)], reference)

reference <- table_of(data("rse", "ref_rse.csv"))
agree5 <- c("strongly disagree", "disagree", "neither agree or disagree", "agree", "strongly agree")
for (case in c("2016_uk", "2017_uk", "2017_nl", "2017_zaf")) {
  answers <- table_of(data("rse", paste0("rse", case, ".csv")))
  for (s in c("affRec", "affSat", "percEmp")) {
    found <- regmatches(names(answers), regexpr(paste0(s, "[1-9]"), names(answers)))
    x <- sapply(sort(found), function(item)
      match(tolower(trimws(answers[[grep(item, names(answers))]])), agree5))
    scale(paste0("rse_", case), s, as.data.frame(x), reference)
  }
}

reference <- table_of(data("carpentries", "ref_carpentries.csv"))
answers <- table_of(data("carpentries", "20180908_post_clean.csv"))
lists <- list(
  agree6 = c("strongly disagree", "disagree", "neither agree nor disagree", "agree", "strongly agree"),
  trainers4 = c("never", "rarely", "sometimes", "often", "all of the time"),
  ability5 = c("not at all able", "slightly able", "neutral", "moderately able", "extremely able"))
for (s in names(lists)) {
  items <- unique(reference$level[reference$variable == s & reference$block == "alpha_drop"])
  x <- sapply(items, function(item)
    match(tolower(trimws(gsub("\u00a0", " ", answers[[item]]))), lists[[s]]))
  scale("carpentries_post", s, as.data.frame(x), reference)
}
write.csv(do.call(rbind, rows), file.path(folders[2], "reliability.csv"), quote = 8, row.names = FALSE)

# The golden mini data set, with its own weights and with those that golden/make.R fitted.
people <- read.csv(file.path(folders[2], "golden", "study", "2026", "volunteers.csv"))
fitted <- read.csv(file.path(folders[2], "golden", "weights.csv"))
golden <- list()
for (design in c("S", "D", "C-jackknife", "poststratify", "rake")) {
  w <- if (design %in% fitted$design) fitted$value[fitted$design == design] else people$w
  x <- people[paste0("a", 1:4)]
  complete <- complete.cases(x)
  C <- cov.wt(x[complete, ], w[complete] / sum(w[complete]), method = "unbiased")
  index <- cov.wt(cbind(rowMeans(25 * (x[complete, ] - 1))), w[complete] / sum(w[complete]))
  add <- function(item, column, value)
    golden[[length(golden) + 1]] <<- data.frame(design, scale = "a", item, column,
      value = format(value, digits = 15, trim = TRUE))
  add("", "n", sum(complete))
  add("", "alpha", alpha(C$cov))
  add("", "omega", omega(C$cov))
  add("", "mean", index$center)
  add("", "sd", sqrt(index$cov))
  for (j in 1:4) {
    item <- paste0("a", j)
    add(item, "mean", C$center[[j]])
    add(item, "sd", sqrt(C$cov[j, j]))
    add(item, "item_rest", rest(C$cov)[j])
    add(item, "alpha_if_dropped", dropped(C$cov)[j])
  }
}
write.csv(do.call(rbind, golden), file.path(folders[2], "golden", "scales.csv"), quote = FALSE, row.names = FALSE)
