/* waardering/status.h - what a step tells its caller to do next.
 *
 * The status says what the caller should do, the diagnostics (diag.h) say what the analyst should
 * do.  The first eight are the exit codes of the program. */
#ifndef WAARDERING_STATUS_H
#define WAARDERING_STATUS_H

enum wrd_status {
    WRD_OK = 0,
    WRD_EFAULT = 1,     /* a fault of the program */
    WRD_EUSAGE = 2,     /* wrong use of the command line */
    WRD_EINPUT = 3,     /* errors in study, codebook or answers */
    WRD_EDISCLOSES = 4, /* refused: would disclose */
    WRD_EMONEY = 5,     /* refused: a financial figure */
    WRD_EIO = 6,        /* cannot read or write */
    WRD_EBUSY = 7,      /* another run holds the output */
    WRD_EDOMAIN = 8     /* a statistic that does not exist for these numbers; never an exit code */
};

/* The languages of messages and reports; index of every `[WRD_LANGS]`. */
enum wrd_lang { WRD_NL, WRD_EN, WRD_LANGS };

#endif
