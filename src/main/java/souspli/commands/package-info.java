/**
 * The command line: what a person types, and what it starts. The road begins in {@code Main}, which knows the commands
 * by name; each is a class of its own. A command ends with 0, with 1 and one line that says why it could not, or with 2
 * and its usage. Nothing else uses this room.
 */
@Room(
    uses = {
      "approvals", "bench", "demo", "directory", "keys", "mariadb", "operations", "pharmacies", "sealedlink",
      "settings", "staff", "standin", "trail"
    })
package souspli.commands;

import souspli.Room;
