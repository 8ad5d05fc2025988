package souspli.mariadb;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * A server that a command runs beside itself: in a session of its own, so that Ctrl-C reaches only the command, which
 * then decides the order; and told by the kernel to stop when the command is killed, where there is {@code setpriv}.
 */
public final class ChildProcess {
  private static final Path SETSID = Path.of("/usr/bin/setsid");
  private static final Path SETPRIV = Path.of("/usr/bin/setpriv");

  private final ProcessHandle handle;

  private ChildProcess(ProcessHandle handle) {
    this.handle = handle;
  }

  /** What it prints is appended to the log. */
  public static ChildProcess start(List<String> command, Map<String, String> environment, Path log) throws IOException {
    List<String> whole = new ArrayList<>();
    if (Files.isExecutable(SETSID)) {
      whole.add(SETSID.toString());
    }
    if (Files.isExecutable(SETPRIV)) {
      whole.addAll(List.of(SETPRIV.toString(), "--pdeathsig", "TERM"));
    }
    whole.addAll(command);
    ProcessBuilder builder =
        new ProcessBuilder(whole)
            .redirectInput(new File("/dev/null"))
            .redirectErrorStream(true)
            .redirectOutput(Redirect.appendTo(log.toFile()));
    builder.environment().putAll(environment);
    return new ChildProcess(outliving(builder).toHandle());
  }

  /** The kernel's message is sent when the thread that forked ends, so that thread lives as long as the child. */
  private static Process outliving(ProcessBuilder builder) throws IOException {
    CompletableFuture<Process> started = new CompletableFuture<>();
    Thread.ofPlatform()
        .daemon()
        .name("parent of " + builder.command().getLast())
        .start(
            () -> {
              try {
                Process process = builder.start();
                started.complete(process);
                process.onExit().join();
              } catch (IOException e) {
                started.completeExceptionally(e);
              }
            });
    try {
      return started.get();
    } catch (ExecutionException e) {
      throw new IOException(e.getCause().getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NoDatabase("interrupted while " + builder.command().getLast() + " started", e);
    }
  }

  /** To be watched. */
  public ProcessHandle handle() {
    return handle;
  }

  /** Whether it has ended, waiting for that at most so long. */
  public boolean endsWithin(long time, TimeUnit unit) {
    return endsWithin(handle, time, unit);
  }

  /** Asks it to stop, waits, and kills it when it does not. */
  public void stop() {
    stop(handle);
  }

  /** The same for one that another started. */
  public static void stop(ProcessHandle handle) {
    handle.destroy();
    if (!endsWithin(handle, 60, TimeUnit.SECONDS)) {
      handle.destroyForcibly();
      endsWithin(handle, 60, TimeUnit.SECONDS);
    }
  }

  private static boolean endsWithin(ProcessHandle handle, long time, TimeUnit unit) {
    return handle.onExit().thenApply(ended -> true).completeOnTimeout(false, time, unit).join();
  }
}
