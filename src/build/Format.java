import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Checks, or with `write` applies, google-java-format to every Java file below the directories
/// given. Run by the build with the formatter on the class path, by the JDK that compiles: Maven's
/// own Java may be too old for the formatter to read the sources.
///
/// Arguments: `check` or `write`, then directories.
public final class Format {
  public static void main(String[] args) throws Exception {
    List<String> arguments = new ArrayList<>();
    if (args[0].equals("write")) {
      arguments.add("--replace");
    } else {
      arguments.addAll(List.of("--dry-run", "--set-exit-if-changed"));
    }
    for (String directory : List.of(args).subList(1, args.length)) {
      try (Stream<Path> files = Files.walk(Path.of(directory))) {
        files
            .filter(f -> f.toString().endsWith(".java"))
            .map(Path::toString)
            .sorted()
            .forEach(arguments::add);
      }
    }
    com.google.googlejavaformat.java.Main.main(arguments.toArray(String[]::new));
  }
}
