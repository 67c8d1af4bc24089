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
index <- read.csv(file.path(arguments[1], "designs.csv"), colClasses = c(design = "character"))

read_people <- function(folder, plan) {
  d <- read.csv(file.path(folder, "2026", "volunteers.csv"))
  d$unit <- if (plan$clustered) ifelse(is.na(d$org), paste("alone", d$id), d$org) else d$id
  if (plan$finite)
    d$N <- totals(folder, if (plan$strata > 1) "str" else "total",
                  if (plan$clustered) "psu" else "persons")[if (plan$strata > 1) d$str else 1]
  d$known <- !is.na(d$y)
  d$y[!d$known] <- 0 # rows that a subset of fitted weights keeps, at weight 0
  transform(d, three = as.numeric(y == 3), top2 = as.numeric(y >= 4))
}

# In the order of the codes.
totals <- function(folder, variable, unit = "persons") {
  population <- read.csv(file.path(folder, "codebook", "population.csv"))
  population$count[population$variable == variable & population$unit == unit]
}

fit <- function(des, folder, plan) {
  groups <- totals(folder, "g")
  if (plan$strata == 1)
    return(calibrate(des, ~factor(g), c(sum(groups), groups[-1]), calfun = "raking", epsilon = 1e-12,
                     maxit = 200))
  calibrate(des, ~ factor(str) + factor(g), c(sum(groups), totals(folder, "str")[-1], groups[-1]),
            calfun = "raking", epsilon = 1e-12, maxit = 200)
}

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
  counted <- d[d$w > 0, ]
  options(survey.lonely.psu = plan$policy)
  des <- svydesign(~unit, strata = if (plan$strata > 1) ~str, weights = ~w, data = counted, nest = TRUE,
                   fpc = if (plan$finite) ~N)
  if (plan$fitted)
    des <- fit(des, file.path(arguments[1], plan$design), plan)
  describe(plan$design, "total", des, sum(d$known))
  for (g in 1:3)
    describe(plan$design, g, des[counted$g %in% g, ], sum(d$known & d$g %in% g))
}
out <- do.call(rbind, rows)
names(out)[6:9] <- c("df", "ci_low", "ci_high", "n")
for (column in c("estimate", "se", "ci_low", "ci_high")) {
  x <- ifelse(abs(out[[column]]) < 1e-14, 0, out[[column]])
  out[[column]] <- ifelse(is.na(x), "", sprintf("%.13g", x))
}
write.csv(out, arguments[2], quote = FALSE, row.names = FALSE)
