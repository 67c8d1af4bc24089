# designs.R - the random studies of tests/tools/make_designs.c as designs of R's survey; for the scripts beside it.
read_index <- function(studies)
  read.csv(file.path(studies, "designs.csv"), colClasses = c(design = "character"))

read_people <- function(folder, plan) {
  d <- read.csv(file.path(folder, "2026", "volunteers.csv"))
  d$unit <- if (plan$clustered) ifelse(is.na(d$org), paste("alone", d$id), d$org) else d$id
  if (plan$finite)
    d$N <- totals(folder, if (plan$strata > 1) "str" else "total",
                  if (plan$clustered) "psu" else "persons")[if (plan$strata > 1) d$str else 1]
  d$known <- !is.na(d$y)
  d$y[!d$known] <- 0 # rows that a subset of fitted weights keeps, at weight 0
  transform(d, three = as.numeric(y == 3), top2 = as.numeric(y >= 4))
}

# In the order of the codes.
totals <- function(folder, variable, unit = "persons") {
  population <- read.csv(file.path(folder, "codebook", "population.csv"))
  population$count[population$variable == variable & population$unit == unit]
}

fit <- function(des, folder, plan) {
  groups <- totals(folder, "g")
  if (plan$strata == 1)
    return(calibrate(des, ~factor(g), c(sum(groups), groups[-1]), calfun = "raking", epsilon = 1e-12,
                     maxit = 200))
  calibrate(des, ~ factor(str) + factor(g), c(sum(groups), totals(folder, "str")[-1], groups[-1]),
            calfun = "raking", epsilon = 1e-12, maxit = 200)
}

# Respondents of weight 0 count in n alone.
design_of <- function(d, folder, plan) {
  options(survey.lonely.psu = plan$policy)
  des <- svydesign(~unit, strata = if (plan$strata > 1) ~str, weights = ~w, data = d[d$w > 0, ], nest = TRUE,
                   fpc = if (plan$finite) ~N)
  if (plan$fitted) fit(des, folder, plan) else des
}
