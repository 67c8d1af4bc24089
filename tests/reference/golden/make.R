# make.R - the golden mini data set: writes 2026/volunteers.csv of both studies and expected.csv.
#
#   Rscript tests/reference/golden/make.R tests/reference/golden
#
# R 4.2.2 with survey 4.1-1.  An oracle for tests: the program itself never needs R.
# The data are our own random numbers, 24 respondents in 3 strata.  Designs:
#   S   svydesign(~1, weights = ~w)                  D0  svydesign(~1, strata = ~str, weights = ~w)
# Domains are subsets of the design, so rows outside them stay in their stratum.
# Shares: R's svyciprop(method = "beta") on the valid cases, with n* held down to n (METHOD 7.7; R does
# not hold it down); a share of 0 or 1 has n* = min(n, n / deff_Kish).
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
  w = rep(c(5, 7.5, 12.5), each = 8))
items <- c("a1", "a2", "a3", "a4")
for (study in c("study-S", "study-D0"))
  write.csv(d, file.path(here, study, "2026", "volunteers.csv"), na = "", quote = FALSE,
            row.names = FALSE)

# Scale score: 25 (x - 1), mean of the valid ones if at least 2 of the 4 are.
u <- 25 * (as.matrix(d[items]) - 1)
d$a <- ifelse(rowSums(!is.na(u)) >= 2, rowMeans(u, na.rm = TRUE), NA)

rows <- list()
put <- function(key, column, value, origin = "R") {
  if (!is.na(value))
    rows[[length(rows) + 1]] <<- data.frame(key, column = column, origin = origin,
      value = format(value, digits = 16, scientific = FALSE, trim = TRUE))
}

mean_rows <- function(key, des, y, low, high) {
  valid <- des[!is.na(des$variables[[y]]), ]
  w <- weights(valid)
  f <- as.formula(paste0("~", y))
  m <- svymean(f, des, na.rm = TRUE, deff = "replace")
  half <- qt(.975, degf(des)) * SE(m)[1]
  put(key, "estimate", coef(m)[[1]])
  put(key, "se", SE(m)[1])
  put(key, "df", degf(des))
  put(key, "ci_low", max(low, coef(m)[[1]] - half))
  put(key, "ci_high", min(high, coef(m)[[1]] + half))
  put(key, "n", length(w))
  put(key, "weight_sum", sum(w))
  put(key, "n_effective", sum(w)^2 / sum(w^2))
  put(key, "deff", as.numeric(deff(m)))
  put(transform(key, statistic = "sd"), "estimate", sqrt(coef(svyvar(f, valid))[[1]]))
}

share_rows <- function(key, des, y, codes) {
  valid <- des[!is.na(des$variables[[y]]), ]
  valid$variables$x <- as.numeric(valid$variables[[y]] %in% codes)
  n <- nrow(valid$variables)
  w <- weights(valid)
  m <- svymean(~x, valid, deff = "replace")
  p <- coef(m)[[1]]
  v <- vcov(m)[1]
  kish <- sum(w)^2 / sum(w^2)
  inside <- any(valid$variables$x == 1) && any(valid$variables$x == 0)
  star <- if (inside) p * (1 - p) / v * (qt(.025, n - 1) / qt(.025, degf(valid)))^2 else kish
  star <- min(n, star)
  if (inside && star < n) { # the formula above is R's, as long as n* is not held down
    ci <- as.vector(attr(svyciprop(~x, valid, method = "beta"), "ci"))
    stopifnot(abs(ci - c(qbeta(.025, star * p, star * (1 - p) + 1),
                         qbeta(.975, star * p + 1, star * (1 - p)))) < 1e-13)
  }
  put(key, "estimate", if (inside) p else round(p))
  put(key, "se", if (inside) sqrt(v) else 0)
  put(key, "df", degf(valid))
  put(key, "ci_low", if (round(p, 12) == 0) 0 else qbeta(.025, star * p, star * (1 - p) + 1))
  put(key, "ci_high", if (round(p, 12) == 1) 1 else qbeta(.975, star * p + 1, star * (1 - p)))
  put(key, "n", n)
  put(key, "n_effective", kish)
  if (inside) put(key, "deff", as.numeric(deff(m)))
}

groups <- list(list("total", "total", rep(TRUE, 24)))
for (v in c("g", "str"))
  for (code in sort(unique(d[[v]])))
    groups[[length(groups) + 1]] <- list(v, code, d[[v]] == code)

for (design in c("S", "D0")) {
  all <- if (design == "S") svydesign(~1, weights = ~w, data = d)
         else svydesign(~1, strata = ~str, weights = ~w, data = d)
  for (group in groups) {
    des <- all[group[[3]], ]
    key <- function(variable, code, statistic)
      data.frame(design = design, variable = variable, code = code, group_variable = group[[1]],
                 group_code = group[[2]], statistic = statistic)
    for (y in items) {
      mean_rows(key(y, "", "mean"), des, y, 1, 5)
      for (code in 1:5)
        share_rows(key(y, code, "share"), des, y, code)
      share_rows(key(y, "", "top2"), des, y, 4:5)
      share_rows(key(y, "", "bottom2"), des, y, 1:2)
    }
    mean_rows(key("a", "", "index"), des, "a", 0, 100)
  }
}
out <- do.call(rbind, rows)

# What the design of the project prints for these designs; R must say the same to the last digit.
printed <- read.csv(text = "
design,statistic,column,value
S,mean,estimate,3.766233766
S,mean,se,.2050496523
S,mean,df,23
S,mean,deff,1.050634608
S,mean,n_effective,20.09830508
D0,mean,estimate,3.766233766
D0,mean,se,.1860904727
D0,mean,df,21
D0,mean,deff,.8653302909
S,top2,estimate,.5714285714
S,top2,se,.1103450325
S,top2,ci_low,.3351101094
S,top2,ci_high,.7859988667", colClasses = "character")
for (i in seq_len(nrow(printed))) {
  p <- printed[i, ]
  at <- which(out$design == p$design & out$variable == "a1" & out$group_variable == "total" &
              out$statistic == p$statistic & out$column == p$column)
  digits <- nchar(sub("^.*\\.", "", p$value)) * grepl(".", p$value, fixed = TRUE)
  stopifnot(length(at) == 1, abs(as.numeric(out$value[at]) - as.numeric(p$value)) <= .51 * 10^-digits)
  out$origin[at] <- "printed and R"
}
write.csv(out, file.path(here, "expected.csv"), quote = FALSE, row.names = FALSE)
