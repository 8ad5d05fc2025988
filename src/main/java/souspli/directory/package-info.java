/**
 * The public register of professionals: which pharmacist works in which pharmacy.
 *
 * <p>It comes as a file that the State publishes every day. {@link souspli.directory.LoadDirectory}, where the road
 * begins, puts the whole of it in the place of the one before, or changes nothing; {@link souspli.directory.Directory}
 * answers whether a person and a place stand together in it. Nothing here is secret, and nothing here lets anybody in.
 */
@Room(uses = {"pharmacies"})
package souspli.directory;

import souspli.Room;
