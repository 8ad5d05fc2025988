/**
 * Who issues: each pharmacy's name, telephone, FINESS number and time zone.
 *
 * <p>A pharmacy is named by a random number that is part of everything sealed for it and is never used again. It is
 * added and read, never removed. Begins at {@link souspli.pharmacies.Pharmacies}.
 */
@Room(uses = {"result", "sealedlink"})
package souspli.pharmacies;

import souspli.Room;
