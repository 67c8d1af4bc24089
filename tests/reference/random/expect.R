# expect.R - what R says of the random studies of tests/tools/make_designs.c.
#
#   Rscript tests/reference/random/expect.R STUDIES OUT.csv
#
# R 4.2.2 with survey 4.1-1 and MASS 7.3-58.2.  For each study: mean, share of answer 3 and top2, for everybody and by group.
# A domain is a subset of the design.  Shares are on the valid cases: Korn-Graubard with n* held down to n
# (METHOD 7.7); n* of a share of 0 or 1, or one that the strata explain, is n / deff_Kish, or n.
# Respondents of weight 0 count in n alone.  Fitted weights are those of calibrate(calfun = "raking"), which is
# post-stratification where there is one margin.
suppressMessages(library(survey))
arguments <- commandArgs(trailingOnly = TRUE)
source("tests/reference/random/designs.R")
index <- read_index(arguments[1])

limits <- function(p, x, v, n, kish, df) {
  if (all(x == 0) || all(x == 1))
    star <- min(n, kish)
  else if (df == 0)
    return(c(NA, NA))
  else
    star <- if (v > 1e-20) min(n, p * (1 - p) / v * (qt(.025, n - 1) / qt(.025, df))^2) else n
  c(if (all(x == 0)) 0 else qbeta(.025, star * p, star * (1 - p) + 1),
    if (all(x == 1)) 1 else qbeta(.975, star * p + 1, star * (1 - p)))
}

rows <- list()
put <- function(design, group, statistic, estimate, se, df, ci, n)
  rows[[length(rows) + 1]] <<- data.frame(design, group, statistic, estimate, se, df, ci[1], ci[2], n)

describe <- function(name, group, des, n) {
  if (!any(des$variables$known & weights(des) > 0))
    return()
  valid <- des[des$variables$known & weights(des) > 0, ]
  counts <- weights(valid) > 0
  m <- svymean(~ y + three + top2, valid)
  se <- sqrt(diag(vcov(m)))
  df <- degf(des)
  ci <- if (df > 0) coef(m)[["y"]] + c(-1, 1) * qt(.975, df) * se[1] else c(NA, NA)
  put(name, group, "mean", coef(m)[["y"]], se[1], df, pmin(5, pmax(1, ci)), n)
  w <- weights(valid)[counts]
  for (at in 2:3) {
    x <- valid$variables[[c("y", "three", "top2")[at]]][counts]
    p <- if (all(x == x[1])) x[1] else coef(m)[[at]]
    put(name, group, c("", "share", "top2")[at], p, se[at], degf(valid),
        limits(p, x, se[at]^2, length(w), sum(w)^2 / sum(w^2), degf(valid)), n)
  }
}

for (i in seq_len(nrow(index))) {
  plan <- index[i, ]
  d <- read_people(file.path(arguments[1], plan$design), plan)
  des <- design_of(d, file.path(arguments[1], plan$design), plan)
  describe(plan$design, "total", des, sum(d$known))
  for (g in 1:3)
    describe(plan$design, g, des[des$variables$g %in% g, ], sum(d$known & d$g %in% g))
}
out <- do.call(rbind, rows)
names(out)[6:9] <- c("df", "ci_low", "ci_high", "n")
for (column in c("estimate", "se", "ci_low", "ci_high")) {
  x <- ifelse(abs(out[[column]]) < 1e-14, 0, out[[column]])
  out[[column]] <- ifelse(is.na(x), "", sprintf("%.13g", x))
}
write.csv(out, arguments[2], quote = FALSE, row.names = FALSE)
