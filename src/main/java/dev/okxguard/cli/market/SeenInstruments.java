package dev.okxguard.cli.market;

import dev.okxguard.cli.Session;
import dev.okxguard.cli.option.Query;
import dev.okxguard.disk.PrivateFiles;
import dev.okxguard.model.Environment;
import dev.okxguard.model.Fault;
import dev.okxguard.model.InstType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;

/// The instruments that lists have shown, an id a line in `~/.okx/cache/instruments-ENVIRONMENT`,
/// for completion in a shell. Nothing else reads them, and losing them costs nothing.
final class SeenInstruments {
  /// Shells read the file, so nothing that means something to one gets in.
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_]+(-[A-Za-z0-9_]+){1,4}");

  private SeenInstruments() {}

  /// Notes a list in place of what was known of its kind and family. Does nothing for a user who
  /// has no `~/.okx`, and stops nothing when there is no home or the disk does not take it.
  static void note(Session session, Query query, ArrayNode list) {
    try {
      note(session.home().root(), session.environment(), query.values(), list);
    } catch (IOException | Fault e) {
      session.progress("instruments not kept for completion: " + e.getMessage());
    }
  }

  static void note(Path root, Environment environment, Map<String, String> asked, ArrayNode list)
      throws IOException {
    if (asked.containsKey("instId") || !Files.isDirectory(root)) {
      return;
    }
    Path file = root.resolve("cache").resolve("instruments-" + environment.word());
    Set<String> known = read(file);
    Set<String> now = new TreeSet<>(known);
    now.removeIf(replaced(asked));
    list.valueStream()
        .map(row -> row.path("instId").asString(""))
        .filter(ID.asMatchPredicate())
        .forEach(now::add);
    if (!now.equals(known)) {
      PrivateFiles.replace(file, text(now));
    }
  }

  private static Predicate<String> replaced(Map<String, String> asked) {
    String family = asked.getOrDefault("instFamily", asked.getOrDefault("uly", ""));
    String start = family.isEmpty() ? "" : family + "-";
    return id -> id.startsWith(start) && InstType.byForm(id).name().equals(asked.get("instType"));
  }

  private static Set<String> read(Path file) throws IOException {
    return Files.exists(file)
        ? Files.readAllLines(file).stream().collect(Collectors.toSet())
        : Set.of();
  }

  private static byte[] text(Set<String> ids) {
    return String.join("\n", ids).concat("\n").getBytes(StandardCharsets.UTF_8);
  }
}
