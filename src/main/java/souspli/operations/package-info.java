/**
 * What an operator sees of the portal: its database, what is checked before it answers, its health.
 *
 * <p>Begins at {@link souspli.operations.Migrations}.
 */
@Room(uses = {"keys", "mail", "prosante", "registry", "result", "settings", "slip", "staff"})
package souspli.operations;

import souspli.Room;
