# gap.R STUDY WAVE INTERNAL - volunteers beside organisations, computed again from the raw answers.
#
# Reads the codebook and the answers of STUDY, and of the program only weights.csv (which respondents count,
# and for how much).  Everything else is written anew after docs/METHODS.md (7.2, 7.3, 7.10, 7.18, 7.23, gap) in
# base R, and is set beside estimates.csv and tests.csv of INTERNAL: every row of source `both` and kind gap, to
# 1e-9.  Knows the example: single answers with codes, strata and clusters by name, weights of margins, f = 0.
args <- commandArgs(trailingOnly = TRUE)
study <- args[1]; wave <- args[2]; internal <- args[3]

table_of <- function(path) {
  text <- readLines(path, n = 1, warn = FALSE, encoding = "UTF-8")
  seps <- c(",", ";", "\t")
  most <- which.max(vapply(seps, function(s) lengths(regmatches(text, gregexpr(s, text, fixed = TRUE))), 1))
  read.table(path, sep = seps[most], header = TRUE, quote = "\"", comment.char = "", colClasses = "character",
             check.names = FALSE, na.strings = NULL, fileEncoding = "UTF-8-BOM", fill = TRUE)
}
cell <- function(t, name) if (is.null(t[[name]])) rep("", nrow(t)) else trimws(t[[name]])

yml <- readLines(file.path(study, "study.yml"), encoding = "UTF-8")
linked <- any(grepl("^ *link:", yml))
variables <- table_of(file.path(study, "codebook/variables.csv"))
values <- table_of(file.path(study, "codebook/values.csv"))
scales <- cell(table_of(file.path(study, "codebook/scales.csv")), "scale")
weights <- table_of(file.path(internal, "weights.csv"))

# --- answers of who counts, by the line on which a respondent begins
answers <- function(source, file) {
  raw <- table_of(file.path(study, wave, file))
  breaks <- vapply(seq_len(nrow(raw)), function(i) sum(nchar(gsub("[^\n]", "", unlist(raw[i, ])))), 1)
  raw$line <- 2 + cumsum(c(0, 1 + breaks[-nrow(raw)]))
  own <- weights[weights$source == source, ]
  kept <- raw[match(as.integer(own$line), raw$line), ]
  stopifnot(!anyNA(kept$line))
  kept$w <- as.numeric(own$weight)
  kept
}
column <- function(frame, name) {
  row <- which(variables$name == name)[1]
  header <- cell(variables, "column")[row]
  trimws(frame[[if (nzchar(header)) header else name]])
}
list_of <- function(name) cell(variables, "values")[variables$name == name][1]
# The score of each answer from 0 to 100, and whether it is one of the two highest as asked; NA: no valid answer.
valid_of <- function(name) values[cell(values, "list") == list_of(name) & cell(values, "missing") == "", ]
score_of <- function(list) {
  given <- cell(list, "score")
  as.numeric(ifelse(nzchar(given), given, cell(list, "code")))
}
index_of <- function(frame, name) {
  list <- valid_of(name); s <- score_of(list)
  x <- s[match(column(frame, name), cell(list, "code"))]
  u <- 100 * (x - min(s)) / (max(s) - min(s))
  if (cell(variables, "reverse")[variables$name == name][1] == "yes") 100 - u else u
}
top2_of <- function(frame, name) {
  list <- valid_of(name); s <- score_of(list)
  x <- s[match(column(frame, name), cell(list, "code"))]
  as.numeric(x >= sort(unique(s), decreasing = TRUE)[2])
}

vol <- answers("vol", "volunteers.csv")
org <- answers("org", "organisations.csv")
unit_ids <- function(frame, prefix) {
  id <- column(frame, "org_id")
  ifelse(nzchar(id), id, paste0(prefix, seq_along(id)))
}
vol$id <- unit_ids(vol, "v"); org$id <- unit_ids(org, "o")
vol$stratum <- column(vol, "sector"); org$stratum <- column(org, "size")
vol$psu <- paste(vol$stratum, vol$id); org$psu <- paste0("o", seq_len(nrow(org)))

# 7.18: what the margins do not explain; nobody has a base weight, so every row weighs 1 in the regression.
population <- table_of(file.path(study, "codebook/population.csv"))
margins <- function(frame, source, names) cbind(1, do.call(cbind, lapply(names, function(name) {
  own <- population[cell(population, "source") == source & cell(population, "variable") == name &
                      cell(population, "unit") %in% c("", "persons"), ]
  share <- as.numeric(own$count) / sum(as.numeric(own$count))
  given <- column(frame, name) %in% own$code
  outer(column(frame, name), own$code, "==") - outer(given * 1, share)
})))
x_of <- list(vol = margins(vol, "vol", c("age", "gender")), org = margins(org, "org", "size"))
influence <- function(side, frame, y) {
  ok <- !is.na(y)
  m <- sum(frame$w[ok] * y[ok]) / sum(frame$w[ok])
  e <- ifelse(ok, y - m, 0)
  list(mean = m, n = sum(ok), z = frame$w * qr.resid(qr(x_of[[side]]), e) / sum(frame$w[ok]), ok = ok)
}
variance <- function(z, psu, stratum) {
  total <- tapply(z, psu, sum); h <- tapply(stratum, psu, `[`, 1)
  sum(tapply(total, h, function(t) length(t) / (length(t) - 1) * sum((t - mean(t))^2)))
}
degrees <- function(psu, stratum) length(unique(psu)) - length(unique(stratum))

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
score <- function(frame, items) {
  u <- vapply(items, function(i) index_of(frame, i), numeric(nrow(frame)))
  ifelse(rowSums(!is.na(u)) >= ceiling(length(items) / 2), rowMeans(u, na.rm = TRUE), NA)
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
failed <- 0; compared <- 0
same <- function(what, got, want) {
  compared <<- compared + 1
  if (is.na(got) || is.na(want) || abs(got - want) > 1e-9 * max(1, abs(want))) {
    failed <<- failed + 1
    cat(sprintf("  DIFFERS %s: program %.17g, here %.17g\n", what, got, want))
  }
}
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
