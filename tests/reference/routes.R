# routes.R STUDY WAVE INTERNAL - routes and tasks, computed again from the raw answers.
#
# Everything is written anew after the questionnaire and docs/METHODS.md (7.2, 7.7, 7.10, 7.12, 7.18, routes and
# tasks) in base R, and is set beside estimates.csv and tests.csv of INTERNAL: routes, shapes, level, spread,
# agreement, kappa, every pair of routes and of tasks, to 1e-9.  See example.R for what is known of the study.
args <- commandArgs(trailingOnly = TRUE)
study <- args[1]; wave <- args[2]; internal <- args[3]
source(file.path(dirname(sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE))), "example.R"))

frames <- list(vol = vol, org = org)
scales_of <- table_of(file.path(study, "codebook/scales.csv"))
family <- function(word) cell(scales_of, "scale")[cell(scales_of, "family") == word]
in_source <- function(source) vapply(strsplit(cell(variables, "source"), " +"), function(s) source %in% s, TRUE)
items <- function(scale, source) cell(variables, "name")[cell(variables, "scale") == scale & in_source(source)]
index <- function(scale, source) {
  own <- items(scale, source); if (length(own) == 0) return(NULL)
  least <- cell(scales_of, "min_answered")[cell(scales_of, "scale") == scale]
  score(frames[[source]], own, if (nzchar(least)) as.integer(least) else ceiling(length(own) / 2))
}

# The mean of who has y: value, se, df, n; a share is bounded by Korn-Graubard, capped at n.
mean_of <- function(source, y) {
  f <- frames[[source]]; x <- influence(source, f, y)
  c(value = x$mean, se = sqrt(variance(x$z, f$psu, f$stratum)), df = degrees(f$psu, f$stratum), n = x$n)
}
t_bounds <- function(m) m[["value"]] + c(-1, 1) * qt(.975, m[["df"]]) * m[["se"]]
share_of <- function(source, y) {
  f <- frames[[source]]; m <- mean_of(source, y); ok <- !is.na(y)
  m[["df"]] <- degrees(f$psu[ok], f$stratum[ok])
  m
}
share_bounds <- function(m) {
  p <- m[["value"]]; n <- m[["n"]]
  star <- min(n, p * (1 - p) / m[["se"]]^2 * (qt(.975, n - 1) / qt(.975, m[["df"]]))^2)
  c(qbeta(.025, star * p, star * (1 - p) + 1), qbeta(.975, star * p + 1, star * (1 - p)))
}

ours <- list(); tests_of <- list()
keep <- function(key, m, bounds) ours[[key]] <<- c(m, lo = bounds[1], hi = bounds[2])
pairs <- function(key, names, contrast) {
  all <- combn(seq_along(names), 2, simplify = FALSE)
  got <- lapply(all, function(ab) contrast(ab[1], ab[2]))
  p <- vapply(got, function(m) 2 * pt(-abs(m[["value"]] / m[["se"]]), m[["df"]]), 1)
  holm <- p.adjust(p, "holm")
  for (i in seq_along(all))
    tests_of[[paste(key, names[all[[i]][1]], names[all[[i]][2]])]] <<-
      c(got[[i]], t = got[[i]][["value"]] / got[[i]][["se"]], p = p[i], holm = holm[i])
}

# --- routes: of who has all of them
role_of <- function(routes) {
  label <- tolower(cell(values, "label::nl")); role <- tolower(cell(scales_of, "role::nl"))
  names <- role[match(routes, cell(scales_of, "scale"))]
  lists <- unique(cell(values, "list"))
  hits <- function(list, r) cell(values, "code")[cell(values, "list") == list &
                                                  grepl(paste0("^", r, "($|[^[:alpha:]])"), label)]
  list <- Filter(function(l) all(vapply(names, function(r) length(hits(l, r)) == 1, TRUE)), lists)
  name <- cell(variables, "name")[cell(variables, "values") == list & in_source("org") &
                                    grepl("outcome", cell(variables, "role"))]
  stopifnot(length(list) == 1, length(name) == 1)
  list(name = name, codes = vapply(names, hits, "", list = list))
}
routes <- family("route")
R <- vapply(routes, index, numeric(nrow(org)), source = "org")
R[rowSums(is.na(R)) > 0, ] <- NA
L <- rowMeans(R)
for (r in seq_along(routes)) {
  m <- mean_of("org", R[, r]); keep(paste("org", routes[r], "", "route"), m, t_bounds(m))
  m <- mean_of("org", R[, r] - L); keep(paste("org", routes[r], "", "route_shape"), m, t_bounds(m))
}
level <- mean_of("org", L); keep("org route  route_level", level, t_bounds(level))
at <- vapply(routes, function(r) ours[[paste("org", r, "", "route")]][["value"]], 1)
spread <- mean_of("org", R[, which.max(at)] - R[, which.min(at)]); keep("org route spread route", spread, t_bounds(spread))
pairs("org route route", routes, function(a, b) mean_of("org", R[, a] - R[, b]))

role <- role_of(routes)
named <- match(column(org, role$name), role$codes)
seen <- apply(R, 1, function(x) if (anyNA(x) || sum(x == max(x)) > 1) NA else which.max(x))
base <- !is.na(named) & !is.na(seen)
agree <- ifelse(base, as.numeric(named == seen), NA)
m <- share_of("org", agree); keep(paste("org route", role$name, "share"), m, share_bounds(m))
P <- xtabs(org$w[base] ~ factor(named[base], seq_along(routes)) + factor(seen[base], seq_along(routes)))
P <- P / sum(P); chance <- sum(rowSums(P) * colSums(P))
kappa <- (sum(diag(P)) - chance) / (1 - chance)

# --- tasks: each of who has that one, so their influences are subtracted
for (source in c("vol", "org")) {
  f <- frames[[source]]
  scores <- Filter(Negate(is.null), sapply(family("task"), index, source = source, simplify = FALSE))
  x <- lapply(scores, function(y) influence(source, f, y))
  pairs(paste(source, "t task"), names(scores), function(a, b)
    c(value = x[[a]]$mean - x[[b]]$mean, se = sqrt(variance(x[[a]]$z - x[[b]]$z, f$psu, f$stratum)),
      df = degrees(f$psu, f$stratum)))
}

# --- beside the program
estimates <- table_of(file.path(internal, "estimates.csv"))
estimates <- estimates[grepl("^route", estimates$statistic) | estimates$variable == "route", ]
for (i in seq_len(nrow(estimates))) {
  row <- estimates[i, ]; key <- paste(row$source, row$variable, row$code, row$statistic); want <- ours[[key]]
  stopifnot(!is.null(want))
  for (part in list(c("estimate", "value"), c("se", "se"), c("df", "df"), c("ci_low", "lo"), c("ci_high", "hi"), c("n", "n")))
    same(paste(key, part[1]), as.numeric(row[[part[1]]]), want[[part[2]]])
}
tests <- table_of(file.path(internal, "tests.csv"))
kappas <- tests[tests$test == "route" & tests$group_variable == role$name, ]
same("kappa", as.numeric(kappas$effect), kappa)
tests <- tests[tests$group_variable %in% c("route", "task"), ]
for (i in seq_len(nrow(tests))) {
  row <- tests[i, ]; key <- paste(row$source, row$test, row$variable, row$group_a, row$group_b); want <- tests_of[[key]]
  stopifnot(!is.null(want))
  for (part in list(c("statistic", "t"), c("df1", "df"), c("p", "p"), c("p_adjusted", "holm"), c("effect", "value")))
    same(paste(key, part[1]), as.numeric(row[[part[1]]]), want[[part[2]]])
}
cat(sprintf("routes and tasks of %s: %d of %d figures, %d of %d tests, %d numbers compared, %d differ\n", wave,
            nrow(estimates), length(ours), nrow(tests), length(tests_of), compared, failed))
quit(status = as.integer(failed > 0 || nrow(estimates) != length(ours) || nrow(tests) != length(tests_of) ||
                           nrow(kappas) != 1))
