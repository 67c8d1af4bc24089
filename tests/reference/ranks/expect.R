# expect.R - what R says of the groups of the random studies of tests/tools/make_designs.c.
#
#   Rscript tests/reference/ranks/expect.R STUDIES OUT.csv
#
# R 4.2.2 with survey 4.1-1 and MASS 7.3-58.2.
suppressMessages(library(survey))
arguments <- commandArgs(trailingOnly = TRUE)
source("tests/reference/random/designs.R")
source("tests/reference/ranks/groups.R")
index <- read_index(arguments[1])

tests_of <- function(i) {
  plan <- index[i, ]
  folder <- file.path(arguments[1], plan$design)
  des <- design_of(read_people(folder, plan), folder, plan)
  d <- des$variables
  found <- compare_groups(des, ifelse(d$known, d$y, NA), d$g)
  if (!is.null(found)) data.frame(design = plan$design, found)
}
out <- do.call(rbind, lapply(seq_len(nrow(index)), tests_of))
for (column in c("statistic", "df1", "df2", "p", "effect"))
  out[[column]] <- ifelse(is.na(out[[column]]), "", sprintf("%.15g", out[[column]]))
write.csv(out, arguments[2], quote = FALSE, row.names = FALSE)
