/**
 * The scheme by which one result reaches one patient: the token on the slip, what is derived from it, and what is
 * sealed under it. Nothing here reads a clock, a file or a database; the only randomness is the {@code SecureRandom}
 * that is handed in. Byte for byte as in {@code src/docs/sealed-link.md} and its test vectors.
 *
 * <p>The road begins at {@link souspli.sealedlink.Token}; every ciphertext is made and opened by {@link
 * souspli.sealedlink.Sealing}.
 */
@Room
package souspli.sealedlink;

import souspli.Room;
