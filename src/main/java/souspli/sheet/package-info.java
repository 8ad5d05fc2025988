/**
 * A result on paper's own terms: a PDF for whoever has to show it, without a name, a date of birth or a code.
 *
 * <p>Begins at {@link souspli.sheet.DrawSheet}, which sets {@link souspli.sheet.Words} and nothing else: it knows no
 * link, no result and no language. Each file is PDF/A-2a and PDF/UA-1, and has one length.
 */
@Room(uses = {"look"})
package souspli.sheet;

import souspli.Room;
