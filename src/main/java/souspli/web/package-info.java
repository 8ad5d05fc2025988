/**
 * The walls: what answers at all, with which headers, in which language, and what is said when something fails.
 *
 * <p>Begins at {@link souspli.web.PublicPaths}, the one table of all that answers. {@link souspli.web.FrontDoor} holds
 * every request against it; everything else is the same 404, drawn by room {@code look}.
 */
@Room(uses = {"settings"})
package souspli.web;

import souspli.Room;
