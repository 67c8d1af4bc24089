# gap.R STUDY WAVE INTERNAL - volunteers beside organisations, computed again from the raw answers.
#
# Reads the codebook and the answers of STUDY, and of the program only weights.csv (which respondents count,
# and for how much).  Everything else is written anew after docs/METHODS.md (7.2, 7.3, 7.10, 7.18, 7.23, gap) in
# base R, and is set beside estimates.csv and tests.csv of INTERNAL: every row of source `both` and kind gap, to
# 1e-9.  Knows the example: single answers with codes, strata and clusters by name, weights of margins, f = 0.
args <- commandArgs(trailingOnly = TRUE)
study <- args[1]; wave <- args[2]; internal <- args[3]

source(file.path(dirname(sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE))), "example.R"))
yml <- readLines(file.path(study, "study.yml"), encoding = "UTF-8")
linked <- any(grepl("^ *link:", yml))

separate <- function(o, v, share) {
  part <- function(x, frame) {
    rows <- if (share) x$ok else rep(TRUE, nrow(frame))
    c(variance(x$z, frame$psu, frame$stratum), degrees(frame$psu[rows], frame$stratum[rows]))
  }
  a <- part(o, org); b <- part(v, vol)
  c((a[1] + b[1]), (a[1] + b[1])^2 / (a[1]^2 / a[2] + b[1]^2 / b[2]))
}
stacked <- function(o, v) {
  id <- c(org$id, vol$id)
  V <- variance(c(o$z, -v$z), id, rep("", length(id)))
  c(V, length(unique(id[c(o$ok, v$ok)])) - 2)
}
gap <- function(yo, yv, share = FALSE) {
  o <- influence("org", org, yo); v <- influence("vol", vol, yv)
  vd <- if (linked) stacked(o, v) else separate(o, v, share)
  c(value = o$mean - v$mean, se = sqrt(vd[1]), df = vd[2], n = min(o$n, v$n))
}
paired <- function(yo, yv) {
  ok <- !is.na(yv) & nzchar(column(vol, "org_id"))
  m <- tapply(vol$w[ok] * yv[ok], vol$id[ok], sum) / tapply(vol$w[ok], vol$id[ok], sum)
  d <- yo - m[org$id]
  x <- influence("org", org, d)
  c(value = x$mean, se = sqrt(variance(x$z, org$psu, org$stratum)),
    df = degrees(org$psu[x$ok], org$stratum[x$ok]), n = x$n)
}
# --- which gaps there are
pair <- cell(variables, "pair"); name <- cell(variables, "name"); scale <- cell(variables, "scale")
in_source <- function(source) vapply(strsplit(cell(variables, "source"), " +"), function(s) source %in% s, TRUE)
words <- pair[nzchar(pair) & in_source("vol")]
of <- function(word, source) name[pair == word & in_source(source)]
ours <- list(); family <- c()
add <- function(name, o, v, top = NULL) {
  yo <- score(org, o); yv <- score(vol, v)
  ours[[paste(name, "gap_index")]] <<- gap(yo, yv)
  if (!is.null(top)) ours[[paste(name, "gap_top2")]] <<- gap(top2_of(org, o), top2_of(vol, v), TRUE)
  if (linked) ours[[paste(name, "gap_linked")]] <<- paired(yo, yv)
}
for (s in scales) {
  within <- words[vapply(words, function(w) scale[name == of(w, "vol")] == s && scale[name == of(w, "org")] == s, TRUE)]
  if (length(within) == 0) next
  add(s, vapply(within, of, "", "org"), vapply(within, of, "", "vol"))
  if (length(within) > 1) family <- c(family, s)
}
for (w in words) add(w, of(w, "org"), of(w, "vol"), TRUE)
family <- c(family, words)

# --- beside the program
estimates <- table_of(file.path(internal, "estimates.csv"))
estimates <- estimates[estimates$source == "both", ]
for (i in seq_len(nrow(estimates))) {
  row <- estimates[i, ]; key <- paste(row$variable, row$statistic); want <- ours[[key]]
  stopifnot(!is.null(want))
  reach <- qt(.975, want[["df"]]) * want[["se"]]
  same(paste(key, "estimate"), as.numeric(row$estimate), want[["value"]])
  same(paste(key, "se"), as.numeric(row$se), want[["se"]])
  same(paste(key, "df"), as.numeric(row$df), want[["df"]])
  same(paste(key, "ci_low"), as.numeric(row$ci_low), want[["value"]] - reach)
  same(paste(key, "ci_high"), as.numeric(row$ci_high), want[["value"]] + reach)
  same(paste(key, "n"), as.numeric(row$n), want[["n"]])
}
p_of <- function(x) 2 * pt(-abs(x[["value"]] / x[["se"]]), x[["df"]])
p <- vapply(family, function(g) p_of(ours[[paste(g, "gap_index")]]), 1)
adjusted <- setNames(p.adjust(p, "holm"), family)
tests <- table_of(file.path(internal, "tests.csv"))
tests <- tests[tests$test == "gap", ]
for (i in seq_len(nrow(tests))) {
  row <- tests[i, ]; all <- row$group_variable == "total"
  want <- ours[[paste(row$variable, if (all) "gap_index" else "gap_linked")]]
  key <- paste("test", row$variable, row$group_variable)
  same(paste(key, "t"), as.numeric(row$statistic), want[["value"]] / want[["se"]])
  same(paste(key, "p"), as.numeric(row$p), p_of(want))
  twin <- if (row$variable %in% family) row$variable
          else words[scale[match(vapply(words, of, "", "vol"), name)] == row$variable][1]
  if (all) same(paste(key, "p_adjusted"), as.numeric(row$p_adjusted), adjusted[[twin]])
}
cat(sprintf("gaps of %s, %s: %d of %d rows, %d tests, %d numbers compared, %d differ\n", wave,
            if (linked) "linked" else "separate", nrow(estimates), length(ours), nrow(tests), compared, failed))
quit(status = as.integer(failed > 0 || nrow(estimates) != length(ours) || compared == 0))
