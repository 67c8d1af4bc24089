/* cli/process.h - what the process does not leave behind, before it has read anything.
 *
 * New files are its owner's alone; there is no core, and no other process of this user may look into its
 * memory.  Nothing here can fail in a way that the program could mend: what the system does not grant is
 * as it was. */
#ifndef CLI_PROCESS_H
#define CLI_PROCESS_H

void process_close(void);

#endif
