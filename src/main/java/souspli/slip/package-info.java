/**
 * The paper that a patient takes home: address and code as a QR code and in letters, slip number, pharmacy, when the
 * result is ready and until when it can be read; and a stub with the slip number as a bar code for the counter.
 *
 * <p>It speaks the language of who takes it home, which {@link souspli.slip.PaperLanguage} asks for and nothing keeps.
 *
 * <p>Begins at {@link souspli.slip.PrintSlip#print}; drawn by {@code slip/paper.xhtml} inside the page that answers an
 * issue. Nothing here knows who was tested or for what, so nothing of it can be printed.
 */
@Room(uses = {"pharmacies", "sealedlink", "settings", "web"})
package souspli.slip;

import souspli.Room;
