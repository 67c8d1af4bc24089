# indicators.R STUDY WAVE INTERNAL BEFORE INTERNAL_BEFORE - headline figures and changes, computed again from the
# raw answers of two waves.
#
# Everything is written anew after docs/METHODS.md (7.1-7.3, 7.6, 7.7, 7.12, 7.18, 7.23, 7.30) in base R, and is set
# beside estimates.csv and tests.csv of INTERNAL to 1e-9: of indicators.csv every index, top-2 and breadth (gaps are
# those of gap.R, routes of routes.R); and every change there is, of shares, top-2, means and indices, with the covariance of
# who is in both waves, Satterthwaite's df, p, and p_adjusted (Holm over the headline figures, else BH by source).
# See example.R for what is known of the study.
args <- commandArgs(trailingOnly = TRUE)
study <- args[1]; wave <- args[2]; internal <- args[3]
here <- dirname(sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE)))

in_wave <- function(wave, internal) {
  e <- new.env()
  e$study <- study; e$wave <- wave; e$internal <- internal
  sys.source(file.path(here, "example.R"), envir = e)
  # an answer that had another code then
  was <- e$table_of(file.path(study, "codebook/waves.csv"))
  was <- was[was$wave == wave & nzchar(was$code), ]
  for (i in seq_len(nrow(was))) {
    stopifnot(was$name[i] == "sector")
    old <- strsplit(was$was_code[i], "|", fixed = TRUE)[[1]]
    e$vol$stratum[e$vol$stratum %in% old] <- was$code[i]
  }
  e$vol$psu <- paste(e$vol$stratum, e$vol$id)
  # by what a unit is known in another wave: a PSU within its stratum, or a respondent
  e$vol$known <- ifelse(nzchar(e$column(e$vol, "org_id")), e$vol$psu, NA)
  e$org$known <- ifelse(nzchar(e$column(e$org, "org_id")), e$org$id, NA)
  e
}
now <- in_wave(wave, internal); before <- in_wave(args[4], args[5])
cell <- now$cell; variables <- now$variables; table_of <- now$table_of; same <- now$same
scales_of <- table_of(file.path(study, "codebook/scales.csv"))
in_source <- function(source) vapply(strsplit(cell(variables, "source"), " +"), function(s) source %in% s, TRUE)

# --- what every respondent adds to a figure; NA: no answer
scale_of <- function(e, source, scale) {
  items <- cell(variables, "name")[cell(variables, "scale") == scale & in_source(source)]
  least <- cell(scales_of, "min_answered")[cell(scales_of, "scale") == scale]
  e$score(e[[source]], items, if (nzchar(least)) as.integer(least) else ceiling(length(items) / 2))
}
codes_of <- function(e, source, name) {
  x <- e$column(e[[source]], name)
  ifelse(x %in% cell(e$valid_of(name), "code"), x, NA)
}
mean_of <- function(e, source, name) {
  if (variables$type[variables$name == name][1] == "number") {
    x <- suppressWarnings(as.numeric(sub(",", ".", e$column(e[[source]], name))))
    row <- variables[variables$name == name, ][1, ]
    return(ifelse(!is.na(x) & x >= as.numeric(row$min) & x <= as.numeric(row$max), x, NA))
  }
  list <- e$valid_of(name)
  e$score_of(list)[match(codes_of(e, source, name), cell(list, "code"))]
}
share_of <- function(e, source, name, codes) {
  x <- codes_of(e, source, name)
  ifelse(is.na(x), NA, as.numeric(x %in% codes))
}
breadth_of <- function(e, source, name) {
  list <- e$valid_of(name)
  stem <- sub("[*]", "", cell(variables, "column")[variables$name == name][1], fixed = TRUE)
  text <- vapply(cell(list, "code"), function(code) trimws(e[[source]][[paste0(stem, "[", code, "]")]]),
                 character(nrow(e[[source]])))
  ticked <- text == "Y"
  offered <- cell(list, "exclusive") != "yes"
  ifelse(rowSums(text != "") == 0, NA, 100 * rowMeans(ticked[, offered]))
}

# --- a figure of everybody; units: from the mean of their stratum, by the name they have in another wave
figure <- function(e, source, y, share) {
  f <- e[[source]]; x <- e$influence(source, f, y)
  rows <- if (share) x$ok else rep(TRUE, nrow(f))
  total <- tapply(x$z, f$psu, sum); stratum <- tapply(f$stratum, f$psu, `[`, 1); known <- tapply(f$known, f$psu, `[`, 1)
  n_h <- ave(total, stratum, FUN = length)
  units <- sqrt(n_h / (n_h - 1)) * (total - ave(total, stratum))
  m <- list(value = x$mean, V = sum(units^2), df = e$degrees(f$psu[rows], f$stratum[rows]), n = x$n,
            units = setNames(as.vector(units), known))
  w <- f$w[x$ok]
  m$worth <- min(m$n, sum(w)^2 / sum(w^2)) # 7.7: n over Kish's design effect
  m
}
bounds <- function(m, share, range = c(0, 100)) {
  if (!share) return(pmin(pmax(m$value + c(-1, 1) * qt(.975, m$df) * sqrt(m$V), range[1]), range[2]))
  p <- m$value
  star <- if (p == 0 || p == 1) m$worth
          else min(m$n, p * (1 - p) / m$V * (qt(.975, m$n - 1) / qt(.975, m$df))^2)
  c(if (p == 0) 0 else qbeta(.025, star * p, star * (1 - p) + 1), if (p == 1) 1 else qbeta(.975, star * p + 1, star * (1 - p)))
}
# A share of exactly 0 or 1: its reach stands in for an SE.
in_difference <- function(m, share) {
  if (share && m$V == 0) m$V <- (max(abs(bounds(m, TRUE) - m$value)) / qt(.975, m$df))^2
  m
}
change <- function(then, here, share) {
  a <- in_difference(then, share); b <- in_difference(here, share)
  both <- intersect(na.omit(names(a$units)), na.omit(names(b$units)))
  C <- sum(a$units[both] * b$units[both]); V <- a$V + b$V - 2 * C
  df <- V^2 / (a$V^2 / a$df + b$V^2 / b$df)
  df <- min(max(df, min(a$df, b$df)), a$df + b$df)
  t <- (b$value - a$value) / sqrt(V)
  c(effect = b$value - a$value, df1 = df, statistic = t, p = 2 * pt(-abs(t), df), linked = length(both))
}

# --- headline figures
indicators <- table_of(file.path(study, "codebook/indicators.csv"))
estimates <- table_of(file.path(internal, "estimates.csv"))
headline <- c(); figures <- 0
for (i in seq_len(nrow(indicators))) {
  row <- indicators[i, ]
  if (row$kind %in% c("gap", "route")) next
  y <- switch(row$kind, index = scale_of(now, row$source, row$of), breadth = breadth_of(now, row$source, row$of),
              top2 = now$top2_of(now[[row$source]], row$of))
  m <- figure(now, row$source, y, row$kind == "top2"); b <- bounds(m, row$kind == "top2")
  own <- estimates[estimates$source == row$source & estimates$variable == row$of & estimates$statistic == row$kind &
                     estimates$group_variable == "total", ]
  stopifnot(nrow(own) == 1)
  key <- paste(row$source, row$kind, row$of)
  same(paste(key, "estimate"), as.numeric(own$estimate), m$value)
  same(paste(key, "se"), as.numeric(own$se), sqrt(m$V))
  same(paste(key, "df"), as.numeric(own$df), m$df)
  same(paste(key, "ci_low"), as.numeric(own$ci_low), b[1])
  same(paste(key, "ci_high"), as.numeric(own$ci_high), b[2])
  same(paste(key, "n"), as.numeric(own$n), m$n)
  figures <- figures + 1
  code <- if (row$kind == "top2") {
    list <- now$valid_of(row$of); s <- now$score_of(list)
    paste(cell(list, "code")[s >= sort(unique(s), decreasing = TRUE)[2]], collapse = "+")
  } else ""
  if (row$kind != "breadth") headline <- c(headline, paste(row$source, row$of, code))
}

# --- changes
tests <- table_of(file.path(internal, "tests.csv"))
tests <- tests[tests$test == "change", ]
ours <- lapply(seq_len(nrow(tests)), function(i) {
  row <- tests[i, ]; share <- nzchar(row$code)
  of <- function(e) {
    y <- if (share) share_of(e, row$source, row$variable, strsplit(row$code, "+", fixed = TRUE)[[1]])
         else if (row$variable %in% cell(scales_of, "scale")) scale_of(e, row$source, row$variable)
         else mean_of(e, row$source, row$variable)
    figure(e, row$source, y, share)
  }
  change(of(before), of(now), share)
})
ours <- as.data.frame(do.call(rbind, ours))
key <- paste(tests$source, tests$variable, tests$code)
is_headline <- key %in% headline
ours$p_adjusted <- NA
ours$p_adjusted[is_headline] <- p.adjust(ours$p[is_headline], "holm")
for (s in unique(tests$source)) {
  rest <- !is_headline & tests$source == s
  ours$p_adjusted[rest] <- p.adjust(ours$p[rest], "BH")
}
for (i in seq_len(nrow(tests)))
  for (part in c("statistic", "df1", "p", "p_adjusted", "effect"))
    same(paste("change", key[i], part), as.numeric(tests[[part]][i]), ours[[part]][i])

cat(sprintf("headline figures of %s: %d figures, %d changes (%d of headlines, %d with units in both waves), %d numbers compared, %d differ\n",
            wave, figures, nrow(tests), sum(is_headline), sum(ours$linked > 0), now$compared, now$failed))
quit(status = as.integer(now$failed > 0 || sum(is_headline) != length(unique(headline)) || figures == 0 || sum(ours$linked > 0) == 0))
