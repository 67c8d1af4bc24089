# groups.R - what R says of the groups of a question: METHODS 7.9-7.11.
#
# R 4.2.2 with survey 4.1-1.  Mid-ranks of the weights, and svyglm of them on the groups (not svyranktest, which breaks
# ties by the order of the rows); the same of the scores and of top-2, which is svyttest; svychisq.  Where R finds no
# variance, or cannot solve for D, there is no line.
mid_ranks <- function(y, w)
  sapply(y, function(t) sum(w[y < t]) + sum(w[y == t]) / 2) / sum(w)

one_test <- function(test, code, a, b, statistic, df1, df2, p, effect)
  data.frame(test, code, a = as.character(a), b = as.character(b), statistic, df1, df2, p, effect, row.names = NULL)

# The figure y of those who are valid, on the groups of `by`: one coefficient a group but the first.
regress <- function(des, y, by, valid) {
  des$variables$figure <- ifelse(valid, y, 0)
  des$variables$by <- factor(by)
  part <- des[valid, ]
  m <- suppressWarnings(svyglm(figure ~ by, part))
  k <- length(coef(m)) - 1
  v <- as.matrix(vcov(m))[-1, -1, drop = FALSE]
  list(b = coef(m)[-1], v = v, k = k, df = degf(part) - k)
}

of_two <- function(test, code, a, b, des, y, by, valid) {
  m <- regress(des, y, by, valid)
  if (!(m$v[1] > 1e-18) || m$df <= 0)
    return()
  t <- m$b / sqrt(m$v[1])
  one_test(test, code, a, b, t, m$df, NA, 2 * pt(-abs(t), m$df), m$b + if (test == "rank") .5 else 0)
}

over_all <- function(des, y, g, valid) {
  m <- regress(des, y, g, valid)
  if (m$df <= 0 || !all(is.finite(m$v)) || rcond(m$v) < 1e-10)
    return()
  f <- drop(m$b %*% solve(m$v) %*% m$b) / m$k
  one_test("rank", "", "", "", f, m$k, m$df, pf(f, m$k, m$df, lower.tail = FALSE), NA)
}

crossed <- function(des, y, g, valid) {
  des$variables$answer <- factor(ifelse(valid, y, NA))
  des$variables$group <- factor(ifelse(valid, g, NA))
  test <- try(suppressWarnings(svychisq(~ answer + group, des)), silent = TRUE)
  if (inherits(test, "try-error") || !is.finite(test$p.value))
    return()
  shares <- svytable(~ answer + group, des)
  x2 <- suppressWarnings(chisq.test(shares, correct = FALSE)$statistic) / sum(shares)
  one_test("rao-scott", "", "", "", test$statistic, test$parameter[1], test$parameter[2], test$p.value,
           sqrt(x2 / (min(dim(shares)) - 1)))
}

# Of an item with answers 1-5, or of a score that has but a mean; y and g of all rows, NA where there is none.
compare_groups <- function(des, y, g, item = TRUE) {
  valid <- !is.na(y) & !is.na(g) & weights(des) > 0
  groups <- sort(unique(g[valid]))
  if (length(groups) < 2)
    return()
  figures <- list(list("t", "", y))
  if (item)
    figures <- c(figures, list(list("rank", "", replace(y, valid, mid_ranks(y[valid], weights(des)[valid]))),
                               list("share-difference", "4+5", as.numeric(y >= 4))))
  out <- list()
  for (figure in figures)
    out <- c(out, if (length(groups) == 2)
      list(of_two(figure[[1]], figure[[2]], groups[1], groups[2], des, figure[[3]], g, valid))
    else
      lapply(groups, function(one) of_two(figure[[1]], figure[[2]], one, "rest", des, figure[[3]], g %in% one, valid)))
  if (item && length(groups) > 2)
    out <- c(out, list(over_all(des, figures[[2]][[3]], g, valid)))
  if (item && length(unique(y[valid])) > 1)
    out <- c(out, list(crossed(des, y, g, valid)))
  do.call(rbind, out)
}
