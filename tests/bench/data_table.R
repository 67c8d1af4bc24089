# data_table.R - the job of million.c in R's data.table: for each item, in total and by four groupings,
# n, the weighted share of each answer and of the top two, and the weighted mean, each with its Taylor
# standard error (no strata).
#
#   Rscript tests/bench/data_table.R ANSWERS.csv RESULT.csv CHECK.csv [THREADS]
#
# RESULT.csv has a row an item and group.  CHECK.csv has the totals as tests/reference/compare reads them.
# The fastest form known to us: sums by group and answer (data.table's own optimised ones), then the rest
# on those few rows.
suppressMessages(library(data.table))

args <- commandArgs(trailingOnly = TRUE)
setDTthreads(if (length(args) > 3) as.integer(args[4]) else 2L)

d <- fread(args[1], encoding = "UTF-8")
d[, w2 := w * w]
items <- sprintf("q%02d", 1:40)
used <- nrow(d) / (nrow(d) - 1)

# One row an answer and group -> one row a group.  V = n/(n-1) sum w^2 (y - m)^2 / W^2: those outside the
# domain add nothing without strata, as sum w (y - m) = 0.
estimate <- function(cells, item, by) {
  cells <- cells[y %in% 1:5]
  cells[, `:=`(W = sum(w), n = sum(k), m = sum(w * y) / sum(w)), by = group]
  share <- function(inside, name) {
    s <- cells[, .(p = sum(w[inside(y)]) / W[1], a = sum(w2[inside(y)]), b = sum(w2[!inside(y)]),
                   W = W[1]), by = group]
    setNames(s[, .(group, p, sqrt(used * ((1 - p)^2 * a + p^2 * b)) / W)],
             c("group", name, paste0(name, "_se")))
  }
  out <- cells[, .(n = n[1], mean = m[1], mean_se = sqrt(used * sum(w2 * (y - m)^2)) / W[1]), by = group]
  for (code in 1:5)
    out <- out[share(function(y) y == code, paste0("share", code)), on = "group"]
  out <- out[share(function(y) y >= 4, "top2"), on = "group"]
  cbind(item = item, by = by, out)
}

results <- list()
for (item in items) {
  total <- d[, .(k = .N, w = sum(w), w2 = sum(w2)), by = .(y = get(item))]
  total[, group := "total"]
  results[[length(results) + 1]] <- estimate(total, item, "total")
  for (by in c("municipality", "kind", "age", "gender")) {
    cells <- d[, .(k = .N, w = sum(w), w2 = sum(w2)), by = c(by, item)]
    setnames(cells, c(by, item), c("group", "y"))
    cells[, group := as.character(group)]
    results[[length(results) + 1]] <- estimate(cells, item, by)
  }
}
results <- rbindlist(results)
fwrite(results, args[2])

totals <- results[by == "total"]
row <- function(code, statistic, column, value)
  data.table(design = "bench", variable = totals$item, code = code, group_variable = "total",
             group_code = "total", statistic = statistic, column = column, origin = "data.table",
             value = format(value, digits = 15, trim = TRUE))
check <- rbindlist(c(list(row("", "mean", "n", totals$n), row("", "mean", "estimate", totals$mean),
                          row("", "mean", "se", totals$mean_se),
                          row("", "top2", "estimate", totals$top2), row("", "top2", "se", totals$top2_se)),
                     lapply(1:5, function(k) row(k, "share", "se", totals[[paste0("share", k, "_se")]]))))
fwrite(check, args[3])
