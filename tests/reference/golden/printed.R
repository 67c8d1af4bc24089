# printed.R - what is printed of the golden mini data set, to the last digit; sourced by make.R.
#
# The first table holds figures of estimates.csv: R's value must round to the printed one, and expected.csv
# then says "printed and R".  The second part is what estimates.csv does not have.
printed <- read.csv(text = "
design,variable,statistic,group_code,column,value
S,a1,mean,total,estimate,3.766233766
S,a1,mean,total,se,.2050496523
S,a1,mean,total,df,23
S,a1,mean,total,deff,1.050634608
S,a1,mean,total,n_effective,20.09830508
S,a1,top2,total,estimate,.5714285714
S,a1,top2,total,se,.1103450325
S,a1,top2,total,ci_low,.3351101094
S,a1,top2,total,ci_high,.7859988667
D0,a1,mean,total,estimate,3.766233766
D0,a1,mean,total,se,.1860904727
D0,a1,mean,total,df,21
D0,a1,mean,total,deff,.8653302909
D,a1,mean,total,estimate,3.766233766
D,a1,mean,total,se,.176310494
D,a1,mean,total,df,21
D,a1,mean,total,ci_low,3.399576022
D,a1,mean,total,ci_high,4.132891511
D,a1,mean,total,deff,.7767655443
D,a1,top2,total,estimate,.5714285714
D,a1,top2,total,se,.09882955106
D,a1,top2,total,df,20
D,a1,top2,total,n,23
D,a1,top2,total,ci_low,.3506416510
D,a1,top2,total,ci_high,.7731525026
D,a2,mean,1,estimate,3.5357142857
D,a2,mean,1,se,.1472332524
D,a2,mean,2,estimate,3.6730769231
D,a2,mean,2,se,.2004608055
D,a,index,total,estimate,69.401041667
D,a,index,total,se,3.217206755
D,a,index,total,ci_low,62.71049396
D,a,index,total,ci_high,76.09158937
C,a1,mean,total,se,.1329581989
C,a1,mean,total,df,9
C,a1,mean,total,deff,.4417370989
D0-jackknife,a1,mean,total,se,.1863423208
D-jackknife,a1,mean,total,se,.1765408751
D-wilson,a1,top2,total,ci_low,.3813126234
D-wilson,a1,top2,total,ci_high,.7425652913
lone-certainty,a2,mean,total,se,.1434844856
lone-certainty,a2,mean,total,df,20
lone-adjust,a2,mean,total,se,.1453860861
lone-adjust,a2,mean,total,df,20
poststratify,a2,mean,total,estimate,3.575
poststratify,a2,mean,total,se,.1309585273
rake,a2,mean,total,estimate,3.5489201358
rake,a2,mean,total,se,.1117867573", colClasses = "character")

# "0.5714285714" is right to 10 digits, "21" to the whole.  Not .5 of the last digit: some are printed after
# rounding twice (.7661556810 is .76615568094).
is_printed <- function(value, text) {
  digits <- nchar(sub("^[^.]*\\.?", "", text))
  abs(value - as.numeric(text)) <= .56 * 10^-digits
}
for (i in seq_len(nrow(printed))) {
  p <- printed[i, ]
  at <- which(out$design == p$design & out$variable == p$variable & out$group_code == p$group_code &
              out$statistic == p$statistic & out$column == p$column)
  if (length(at) != 1 || !is_printed(as.numeric(out$value[at]), p$value))
    stop(paste(p, collapse = " "), " is printed, R says ", out$value[at])
  out$origin[at] <- "printed and R"
}

must_be <- function(values, ...) {
  texts <- c(...)
  stopifnot(length(values) == length(texts))
  for (i in seq_along(texts))
    if (!is_printed(values[i], texts[i]))
      stop(texts[i], " is printed, R says ", format(values[i], digits = 12))
}
se <- function(figure) as.vector(SE(figure))

# METHOD 7.7: the share a1 >= 4 under D, as R has it (24 rows), and on the 23 valid ones.
top2 <- function(des, method) as.vector(attr(svyciprop(~I(a1 >= 4), des, method = method, na.rm = TRUE), "ci"))
must_be(top2(dn, "beta"), ".3590130264", ".7661556810")
must_be(top2(dn, "xlogit"), ".3655038485", ".7552697817")
must_be(top2(dn, "logit"), ".3655038485", ".7552697817")
must_be(top2(dn, "asin"), ".3656867759", ".7650260143")
must_be(top2(dn, "likelihood"), ".3617517184", ".7647762849")
must_be(top2(dn, "mean"), ".3659012688", ".7769558741")
valid <- dn[!is.na(d$a1), ]
must_be(top2(valid, "beta"), ".3588977167", ".7662524014")
m <- svymean(~I(as.numeric(a1 >= 4)), valid)
star <- coef(m)[[1]] * (1 - coef(m)[[1]]) / vcov(m)[1]
must_be(star * (qt(.025, 22) / qt(.025, 20))^2, "24.7835")
must_be(star, "25.0733")
must_be(wilson_limits(4 / 7, star, qt(.975, 21)), ".3708214619", ".7510197725")

# METHODS 7.1, 7.13, 7.14, 7.10
must_be(24 * sum(d$w^2) / sum(d$w)^2, "1.14")
ratio <- svyratio(~a1, ~a2, dn, na.rm = TRUE)
must_be(c(coef(ratio), se(ratio)), "1.0320284698", ".0512701977")
by_g <- svyby(~a2, ~g, dn, svymean, covmat = TRUE)
contrast <- svycontrast(by_g, c(1, -1))
must_be(c(coef(contrast), se(contrast)), "-.1373626374", ".2597096961")
quartiles <- function(rule) as.vector(svyquantile(~a2, dn, c(.25, .5, .75), qrule = rule)$a2[, "quantile"])
must_be(quartiles("math"), "3", "4", "4")
must_be(quartiles("school"), "3", "4", "4")
must_be(quartiles("hf7"), "3.0", "3.9", "4.0")

# METHODS 7.16 and 7.18: the weights of A1 A2 B1 B2 C1 C2; R's rake(), which sweeps until the margins fit, has
# another variance of its own, and so has a regression with the raked weights, or none at all.
cells <- unique(data.frame(str = d$str, g = d$g, w = weights(designs$rake$des)))
cells <- cells[order(cells$str, cells$g), ]
kept <- !duplicated(paste(cells$str, cells$g))
must_be(cells$w[kept], "8.595876789", "5.468041070", "11.325727221", "7.204563667", "12.943688253",
        "8.233787048")
by_rake <- rake(s, list(~str, ~g), list(strata_total, groups_total),
                control = list(maxit = 200, epsilon = 1e-13))
stopifnot(max(abs(weights(by_rake) - weights(designs$rake$des))) < 1e-9)
must_be(se(svymean(~a2, by_rake)), ".1120279354")
after <- weights(designs$rake$des)
e <- d$a2 - weighted.mean(d$a2, after)
taylor <- function(q) sqrt(24 / 23 * sum((after * q / sum(after) - mean(after * q / sum(after)))^2))
must_be(taylor(resid(lm(e ~ str + factor(g), data = d, weights = d$w))), ".1117867573")
must_be(taylor(resid(lm(e ~ str + factor(g), data = d, weights = after))), ".1106274204")
must_be(se(svymean(~a2, svydesign(~1, weights = after, data = d))), ".1337743437")
must_be(taylor(e), ".1337743437")

# METHOD 7.27: 8 answers of 40, 60 and 100 invited.
big <- c(40, 60, 100)
rho <- 8 / big
of_all <- 24 / 200
spread <- sum(big / 200 * (rho - of_all)^2)
adjusted <- spread - sum(big / 200 * rho * (1 - rho) / (big - 1)) + of_all * (1 - of_all) / 200
must_be(1 - 2 * sqrt(spread), ".9076239569")
must_be(1 - 2 * sqrt(max(0, adjusted)), ".9406187666")

message("printed values: all as R has them; raked mean of a2, SE ",
        format(se(svymean(~a2, designs$rake$des)), digits = 10), " (calibrate, compared), ",
        format(se(svymean(~a2, by_rake)), digits = 10), " (R's rake(), for your information)")
