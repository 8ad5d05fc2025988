package souspli.directory;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The lines of a text in UTF-8, one at a time: however long a line or file is, the memory is the same. */
final class Lines {
  static final int LONGEST = 16 * 1024;
  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final InputStream in;
  private final byte[] buffer = new byte[64 * 1024];
  private final byte[] line = new byte[LONGEST];
  private int at;
  private int end;
  private int length;
  private long number;
  private long bytes;

  Lines(InputStream in) {
    this.in = in;
  }

  /** Goes to the next line; false when there is none. */
  boolean next() throws IOException {
    if (at == end && !fill()) {
      return false;
    }
    length = 0;
    number++;
    while (at < end || fill()) {
      int stop = at;
      while (stop < end && buffer[stop] != '\n') {
        stop++;
      }
      keep(stop);
      bytes += stop - at;
      at = stop;
      if (stop < end) { // the line's end, and not the buffer's
        at++;
        bytes++;
        break;
      }
    }
    return true;
  }

  /** The line without its end, and without the mark that may begin a file; empty if too long or not UTF-8. */
  Optional<String> text() {
    if (length > LONGEST) {
      return Optional.empty();
    }
    int from = number == 1 && startsWithMark() ? MARK.length : 0;
    int to = length > from && line[length - 1] == '\r' ? length - 1 : length;
    String text = new String(line, from, to - from, StandardCharsets.UTF_8);
    return text.indexOf('\uFFFD') < 0 ? Optional.of(text) : Optional.empty();
  }

  /** The first line is 1. */
  long number() {
    return number;
  }

  /** Read so far, line ends included. */
  long bytes() {
    return bytes;
  }

  private void keep(int stop) {
    int more = stop - at;
    if (length + more <= LONGEST) {
      System.arraycopy(buffer, at, line, length, more);
      length += more;
    } else {
      length = LONGEST + 1;
    }
  }

  private boolean startsWithMark() {
    return length >= MARK.length && line[0] == MARK[0] && line[1] == MARK[1] && line[2] == MARK[2];
  }

  private boolean fill() throws IOException {
    at = 0;
    end = Math.max(0, in.read(buffer));
    return end > 0;
  }
}
