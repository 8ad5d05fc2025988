package souspli.web;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/** Where a fault happened, by class and line. Its messages stay out: they may quote what somebody typed. */
public final class Trace {
  private static final Logger LOG = Logger.getLogger(Trace.class.getName());

  private Trace() {}

  /** Writes a fault to the log under a random reference, which it returns for whoever meets the fault. */
  public static String written(Throwable fault) {
    String reference = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    LOG.log(Level.SEVERE, () -> "fault " + reference + " " + of(fault));
    return reference;
  }

  static String of(Throwable fault) {
    StringBuilder trace = new StringBuilder();
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      trace.append(trace.isEmpty() ? "" : " because of ").append(cause.getClass().getName());
      trace.append(
          Arrays.stream(cause.getStackTrace())
              .limit(12)
              .map(frame -> frame.getClassName() + ':' + frame.getLineNumber())
              .collect(Collectors.joining(" < ", " at ", "")));
    }
    return trace.isEmpty() ? "without a cause" : trace.toString();
  }
}
