/**
 * What is sealed: who was tested and how ({@link souspli.result.Dossier}, under the day key), and what came out of it
 * ({@link souspli.result.TestResult}, under the link's DEK). Both are small JSON objects without free text; every field
 * has a limit in bytes ({@link souspli.result.Field}) that is checked when it is entered, so that the whole always fits
 * the one padded length. JDK and JSON-P only.
 */
@Room(uses = "sealedlink")
package souspli.result;

import souspli.Room;
