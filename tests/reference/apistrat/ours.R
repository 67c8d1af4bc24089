# ours.R - what R gives for apistrat and apisrs under our rules, where those are not R's; writes ours.csv.
#
#   Rscript tests/reference/apistrat/ours.R DATA tests/reference/apistrat    (DATA: folder of apistrat.csv)
#
# R 4.2.2 with survey 4.1-1 and MASS 7.3-58.2.  The key is that of ref_apistrat.csv, case to quantity.
#   Shares   R's Korn-Graubard (svyciprop(method = "beta")) does not hold n* down to n; METHOD 7.7 does.
#            Where the strata explain a share, R divides by a variance of 1e-37; our n* is n, also where a
#            logit interval is asked for, which would have no width.
#   Raking   R's rake() sweeps residuals until they settle; METHOD 7.18 is calibrate(calfun = "raking").
suppressMessages(library(survey))
folders <- commandArgs(trailingOnly = TRUE)
strat <- read.csv(file.path(folders[1], "apistrat.csv"))
srs <- read.csv(file.path(folders[1], "apisrs.csv"))

rows <- list()
put <- function(case, block, variable, group, level, quantity, value, reason)
  rows[[length(rows) + 1]] <<- data.frame(case, block, variable, group, level, quantity,
    value = format(value, digits = 15, trim = TRUE), reason)

designs <- list(
  apistrat_nofpc = svydesign(~1, strata = ~stype, weights = ~pw, data = strat),
  apistrat_fpc = svydesign(~1, strata = ~stype, weights = ~pw, fpc = ~fpc, data = strat),
  apisrs_fpc = svydesign(~1, weights = ~pw, fpc = ~fpc, data = srs),
  apisrs_unweighted = svydesign(~1, weights = rep(1, nrow(srs)), data = srs))
for (case in names(designs)) for (variable in c("sch.wide", "awards", "stype")) {
  des <- designs[[case]]
  n <- nrow(des)
  for (level in sort(unique(des$variables[[variable]]))) {
    des$variables$x <- as.numeric(des$variables[[variable]] == level)
    m <- svymean(~x, des)
    p <- coef(m)[[1]]
    star <- p * (1 - p) / vcov(m)[1] * (qt(.025, n - 1) / qt(.025, degf(des)))^2
    if (star <= n)
      next
    explained <- star > 1e9
    reason <- if (explained) sprintf("the strata explain the share; n* is %d", n)
              else sprintf("R's n* of %.1f is held down to %d", star, n)
    for (method in c("beta", if (explained) c("logit", "xlogit"))) {
      put(case, "ciprop", variable, method, level, "lo", qbeta(.025, n * p, n * (1 - p) + 1), reason)
      put(case, "ciprop", variable, method, level, "hi", qbeta(.975, n * p + 1, n * (1 - p)), reason)
    }
  }
}

once <- svydesign(~1, weights = ~pw, fpc = rep(6194, 200), data = strat)
raked <- calibrate(once, ~ stype + sch.wide, c(6194, 755, 1018, 5122), calfun = "raking",
                   epsilon = 1e-13, maxit = 200)
by_rake <- rake(once, list(~stype, ~sch.wide),
                list(data.frame(stype = c("E", "H", "M"), Freq = c(4421, 755, 1018)),
                     data.frame(sch.wide = c("No", "Yes"), Freq = c(1072, 5122))),
                control = list(maxit = 200, epsilon = 1e-10))
stopifnot(max(abs(weights(raked) - weights(by_rake))) < 1e-6)
for (variable in c("api00", "enroll")) {
  se <- as.vector(SE(svymean(as.formula(paste0("~", variable)), raked)))
  put("apistrat_rake_stype_schwide_srs", "cal_mean", variable, "", "", "se", se, "calibrate instead of rake()")
  put("apistrat_rake_stype_schwide_srs", "cal_total", variable, "", "", "se", 6194 * se,
      "calibrate instead of rake()")
}
write.csv(do.call(rbind, rows), file.path(folders[2], "ours.csv"), quote = FALSE, row.names = FALSE)
