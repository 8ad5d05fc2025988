/**
 * What a scanner types: the scanners of pharmacies are keyboards to a computer, faster than hands. Tells the box of a
 * test from its GS1 label, knows the names of boxes that this pharmacy has used before, and has a page on which a
 * scanner is tried out.
 *
 * <p>The browser tells a burst from typing ({@code resources/souspli/wedge.js}) and sends its text as it came; what it
 * means is found here, whatever layout the computer took the scanner for. Begins at {@link souspli.scanner.ScanBox}.
 */
@Room(uses = {"pharmacies", "result", "sealedlink", "slip", "staff", "web"})
package souspli.scanner;

import souspli.Room;
