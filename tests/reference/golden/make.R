# make.R - the golden mini data set: writes the answers (study/2026, lone/2026), what the program must find
# (expected.csv, weights.csv), and stops where R does not say what is printed (printed.R).
#
#   Rscript tests/reference/golden/make.R tests/reference/golden
#
# R 4.2.2 with survey 4.1-1 and MASS 7.3-58.2.  An oracle for tests: the program itself never needs R.
# The data are our own random numbers, 24 respondents in 3 strata.  The designs are those of designs.txt.
# Domains are subsets of the design, so rows outside them stay in their stratum.
#   Shares      on the valid cases; Korn-Graubard is svyciprop(method = "beta") with n* held down to n
#               (METHOD 7.7; R does not hold it down); logit is svyciprop(method = "xlogit"); Wilson has z and
#               n* = p (1 - p) / V.  A share of 0 or 1 has n* = min(n, n / deff_Kish); on the logit scale it
#               has no place, so there it has the limits of Korn-Graubard.
#   Degrees     METHOD 7.3, degf of the linearised design, also where the variance is a jackknife's.
#   Jackknife   as.svrepdesign(type = "JKn"), around the mean of the replicates (R's default).
#   Raking      calibrate(calfun = "raking"): what R's own rake() says of an SE stands beside it in printed.R.
suppressMessages(library(survey))

here <- commandArgs(trailingOnly = TRUE)[1]
d <- data.frame(
  id = sprintf("r%02d", 1:24),
  str = rep(c("A", "B", "C"), each = 8),
  g = c(2,2,2,2,1,2,2,1, 2,2,2,2,1,1,1,2, 1,2,2,2,2,2,1,1),
  a1 = c(3,3,2,3,3,2,4,2, 4,3,NA,5,3,3,5,4, 3,5,4,4,5,4,3,5),
  a2 = c(4,4,3,3,3,3,4,3, 3,3,3,4,3,3,3,5, 4,4,3,4,5,3,4,4),
  a3 = c(3,3,4,NA,3,2,5,3, 3,2,4,1,4,2,5,4, 4,5,4,4,5,3,5,5),
  a4 = c(4,5,3,2,3,4,4,3, 4,3,5,4,5,3,4,5, 4,5,3,5,NA,3,3,4),
  org = sprintf("o%02d", rep(1:12, each = 2)),
  w = rep(c(5, 7.5, 12.5), each = 8))
items <- c("a1", "a2", "a3", "a4")
lone <- d
lone$str[24] <- "Z"
put_answers <- function(data, folder)
  write.csv(data, file.path(here, folder, "2026", "volunteers.csv"), na = "", quote = FALSE,
            row.names = FALSE)
put_answers(d, "study")
put_answers(lone, "lone")

# Scale score: 25 (x - 1), mean of the valid ones if at least 2 of the 4 are.
u <- 25 * (as.matrix(d[items]) - 1)
d$a <- lone$a <- ifelse(rowSums(!is.na(u)) >= 2, rowMeans(u, na.rm = TRUE), NA)
d$N <- c(A = 40, B = 60, C = 100)[d$str]
merged <- transform(lone, str = d$str) # Z joined with C, its neighbour

# ---- designs
s <- svydesign(~1, weights = ~w, data = d)
d0 <- svydesign(~1, strata = ~str, weights = ~w, data = d)
dn <- svydesign(~1, strata = ~str, weights = ~w, fpc = ~N, data = d)
clustered <- svydesign(~org, strata = ~str, weights = ~w, data = d)
with_lone <- svydesign(~1, strata = ~str, weights = ~w, data = lone)
jackknife <- function(des, type = "JKn") as.svrepdesign(des, type = type)
raked <- function(des, epsilon = 1e-13)
  calibrate(des, ~ str + factor(g), c(200, 70, 80, 110), calfun = "raking", epsilon = epsilon,
            maxit = 200)
strata_total <- data.frame(str = c("A", "B", "C"), Freq = c(50, 70, 80))
groups_total <- data.frame(g = 1:2, Freq = c(90, 110))

design <- function(des, rep = NULL, interval = "korn-graubard", lonely = "fail")
  list(des = des, rep = rep, interval = interval, lonely = lonely)
designs <- list(
  S = design(s), D0 = design(d0), D = design(dn), C = design(clustered),
  "D0-jackknife" = design(d0, jackknife(d0)),
  "D-jackknife" = design(dn, jackknife(dn)),
  "C-jackknife" = design(clustered, jackknife(clustered)),
  "D-logit" = design(dn, interval = "logit"),
  "D-wilson" = design(dn, interval = "wilson"),
  "lone-certainty" = design(with_lone, lonely = "certainty"),
  "lone-adjust" = design(with_lone, lonely = "adjust"),
  "lone-merge" = design(svydesign(~1, strata = ~str, weights = ~w, data = merged)),
  poststratify = design(postStratify(s, ~str, strata_total)),
  rake = design(raked(s)),
  "rake-C" = design(raked(clustered)),
  "rake-jackknife" = design(raked(s), raked(jackknife(s, "JK1"), 1e-12)))

# ---- figures
rows <- list()
put <- function(key, column, value) {
  if (!is.na(value))
    rows[[length(rows) + 1]] <<- data.frame(key, column = column, origin = "R",
      value = format(value, digits = 16, scientific = FALSE, trim = TRUE))
}

# The design (and its replicates) cut down to the rows `keep`; rows that R keeps at weight 0 have y = 0.
cut_down <- function(one, keep) {
  ids <- one$des$variables$id[keep]
  one$des <- one$des[keep, ]
  if (!is.null(one$rep))
    one$rep <- one$rep[one$rep$variables$id %in% ids, ]
  one
}
with_y <- function(one, y) {
  one$des$variables$y <- ifelse(is.na(y(one$des$variables)), 0, y(one$des$variables))
  if (!is.null(one$rep))
    one$rep$variables$y <- ifelse(is.na(y(one$rep$variables)), 0, y(one$rep$variables))
  one
}
moments <- function(one) {
  m <- svymean(~y, one$des, deff = "replace")
  w <- weights(one$des)
  w <- w[w > 0]
  v <- if (is.null(one$rep)) vcov(m)[1] else vcov(svymean(~y, one$rep))[1]
  list(value = coef(m)[[1]], v = v, deff = as.numeric(deff(m)) * v / vcov(m)[1], n = length(w),
       w = sum(w), kish = sum(w)^2 / sum(w^2), df = degf(one$des))
}
are_valid <- function(one, y) !is.na(one$des$variables[[y]]) & weights(one$des) > 0

mean_rows <- function(key, one, y, low, high) {
  valid <- with_y(cut_down(one, are_valid(one, y)), function(data) data[[y]])
  m <- moments(valid)
  half <- qt(.975, degf(one$des)) * sqrt(m$v)
  put(key, "estimate", m$value)
  put(key, "se", sqrt(m$v))
  put(key, "df", degf(one$des))
  put(key, "ci_low", max(low, m$value - half))
  put(key, "ci_high", min(high, m$value + half))
  put(key, "n", m$n)
  put(key, "weight_sum", m$w)
  put(key, "n_effective", m$kish)
  put(key, "deff", m$deff)
  put(transform(key, statistic = "sd"), "estimate", sqrt(coef(svyvar(~y, valid$des))[[1]]))
}

beta_limits <- function(p, star)
  c(if (p == 0) 0 else qbeta(.025, star * p, star * (1 - p) + 1),
    if (p == 1) 1 else qbeta(.975, star * p + 1, star * (1 - p)))
wilson_limits <- function(p, star, z = qnorm(.975)) {
  ci <- (p + z^2 / (2 * star) + c(-1, 1) * z * sqrt(p * (1 - p) / star + z^2 / (4 * star^2))) / (1 + z^2 / star)
  if (p == 0) ci[1] <- 0
  if (p == 1) ci[2] <- 1
  ci
}

# R's own words for the formulas above, where it has them.
same_as_R <- function(valid, m, interval, ci) {
  if (!is.null(valid$rep) || nrow(valid$des) != m$n)
    return()
  method <- if (interval == "logit") "xlogit" else "beta"
  stopifnot(abs(ci - as.vector(attr(svyciprop(~y, valid$des, method = method), "ci"))) < 1e-13)
}

interval_of <- function(valid, m, interval) {
  if (m$value %in% 0:1)
    return(if (interval == "wilson") wilson_limits(m$value, m$kish) else beta_limits(m$value, m$kish))
  stopifnot(m$v > 0)
  if (interval == "logit") {
    ci <- plogis(qlogis(m$value) + c(-1, 1) * qt(.975, m$df) * sqrt(m$v) / m$value / (1 - m$value))
    same_as_R(valid, m, interval, ci)
    return(ci)
  }
  star <- m$value * (1 - m$value) / m$v
  if (interval == "wilson")
    return(wilson_limits(m$value, star))
  star <- star * (qt(.025, m$n - 1) / qt(.025, m$df))^2
  if (star < m$n)
    same_as_R(valid, m, interval, beta_limits(m$value, star))
  beta_limits(m$value, min(m$n, star))
}

share_rows <- function(key, one, y, codes) {
  valid <- with_y(cut_down(one, are_valid(one, y)), function(data) as.numeric(data[[y]] %in% codes))
  m <- moments(valid)
  x <- valid$des$variables$y[weights(valid$des) > 0]
  inside <- any(x == 1) && any(x == 0)
  if (!inside)
    m$value <- x[1]
  ci <- interval_of(valid, m, one$interval)
  put(key, "estimate", m$value)
  put(key, "se", if (inside) sqrt(m$v) else 0)
  put(key, "df", m$df)
  put(key, "ci_low", ci[1])
  put(key, "ci_high", ci[2])
  put(key, "n", m$n)
  put(key, "n_effective", m$kish)
  if (inside) put(key, "deff", m$deff)
}

# S and D0 in full; of the others two items and the scale, in total and by g.
for (name in names(designs)) {
  one <- designs[[name]]
  full <- name %in% c("S", "D0")
  options(survey.lonely.psu = one$lonely)
  groups <- list(list("total", "total"), list("g", 1), list("g", 2))
  if (full)
    groups <- c(groups, lapply(c("A", "B", "C"), function(code) list("str", code)))
  for (group in groups) {
    cut <- if (group[[1]] == "total") one else cut_down(one, d[[group[[1]]]] == group[[2]])
    key <- function(variable, code, statistic)
      data.frame(design = name, variable = variable, code = code, group_variable = group[[1]],
                 group_code = group[[2]], statistic = statistic)
    for (y in if (full) items else items[1:2]) {
      mean_rows(key(y, "", "mean"), cut, y, 1, 5)
      for (code in 1:5)
        share_rows(key(y, code, "share"), cut, y, code)
      share_rows(key(y, "", "top2"), cut, y, 4:5)
      share_rows(key(y, "", "bottom2"), cut, y, 1:2)
    }
    mean_rows(key("a", "", "index"), cut, "a", 0, 100)
  }
}
options(survey.lonely.psu = "fail")
out <- do.call(rbind, rows)

fitted <- c("poststratify", "rake", "rake-C", "rake-jackknife")
fitted_weights <- do.call(rbind, lapply(fitted, function(name)
  data.frame(design = name, line = 1 + 1:24,
             value = format(weights(designs[[name]]$des), digits = 16, trim = TRUE))))

source(file.path(here, "printed.R"))
write.csv(out, file.path(here, "expected.csv"), quote = FALSE, row.names = FALSE)
write.csv(fitted_weights, file.path(here, "weights.csv"), quote = FALSE, row.names = FALSE)

# ---- tests between groups: linearised, also where the variance of a figure is a jackknife's
source("tests/reference/ranks/groups.R")
tests <- list()
for (name in names(designs)) {
  des <- designs[[name]]$des
  options(survey.lonely.psu = designs[[name]]$lonely)
  for (y in c(if (name %in% c("S", "D0")) items else items[1:2], "a"))
    for (by in c("g", "str")) {
      # who is alone in a stratum is so in a group, whatever stratum that was joined with
      groups <- if (startsWith(name, "lone")) lone[[by]] else d[[by]]
      found <- compare_groups(des, des$variables[[y]], groups, y != "a")
      for (column in c("statistic", "df1", "df2", "p", "effect")) {
        value <- found[[column]]
        tests[[length(tests) + 1]] <- data.frame(
          design = name, variable = y, group_variable = by, found[c("test", "code", "a", "b")], column,
          origin = "R", value = format(value, digits = 15, scientific = FALSE, trim = TRUE))[!is.na(value), ]
      }
    }
}
options(survey.lonely.psu = "fail")
write.csv(do.call(rbind, tests), file.path(here, "tests.csv"), quote = FALSE, row.names = FALSE)
