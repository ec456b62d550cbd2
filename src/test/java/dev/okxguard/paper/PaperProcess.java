package dev.okxguard.paper;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A process of its own that works on a paper directory, started by tests.
final class PaperProcess {
  private PaperProcess() {}

  /// `place N` orders, or `hold` the lock until killed.
  public static void main(String[] args) throws IOException {
    PaperHome home = Desk.home(Path.of(args[0]));
    if (args[1].equals("hold")) {
      new StateStore(home, new RealTime(), TinyTrading.OPENING).exclusively(exchange -> hold());
      return;
    }
    Desk desk = new Desk(home, new RealTime());
    for (int i = 0; i < Integer.parseInt(args[2]); i++) {
      System.out.println(Desk.code(desk.place("p")));
    }
  }

  /// Says that the lock is held, then waits for the end of its input.
  private static int hold() {
    System.out.println("held");
    System.out.flush();
    try {
      return System.in.read();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static Process start(Path directory, String... args) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                PaperProcess.class.getName(),
                directory.toString()));
    command.addAll(List.of(args));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }
}
