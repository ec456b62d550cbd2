package dev.okxguard.journal;

import dev.okxguard.disk.PrivateFiles;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import dev.okxguard.model.Fill;
import dev.okxguard.model.Span;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Fills that earlier looks of the breakers have read and nobody has counted yet, since the rest of
/// them was too much for one look. Each look adds its pieces, files that never change and are named
/// after the span whose fills they hold, so that looks beside each other need no lock. Who loses
/// them reads them again.
///
/// @param folder in the account's directory
public record FillPieces(Path folder) {
  private static final Pattern NAME = Pattern.compile("([0-9]{1,18})-([0-9]{1,18})");

  /// @param account the account's directory
  public static FillPieces of(Path account) {
    return new FillPieces(account.resolve("fills"));
  }

  /// Fills of one span.
  public final class Piece {
    private final Path path;
    private final Span span;

    private Piece(Path path, Span span) {
      this.path = path;
      this.span = span;
    }

    public Span span() {
      return span;
    }

    /// What of it lies in between; empty where nothing does.
    public Optional<Piece> part(Instant since, Optional<Instant> until) {
      return span.since(since)
          .flatMap(later -> until.map(later::until).orElse(Optional.of(later)))
          .map(part -> new Piece(path, part));
    }

    /// Gives them, newest first.
    ///
    /// @throws Fault UNREACHABLE where they cannot be used; then all pieces are forgotten
    public void each(Consumer<Fill> each) {
      for (Fill fill : read(path)) {
        if (span.holds(fill.time())) {
          each.accept(fill);
        }
      }
    }
  }

  /// What is there, newest first. Of pieces that overlap, as looks beside each other leave them,
  /// the older one ends where the newer one begins.
  ///
  /// @param settled of what happened later, not all may have been listed when it was read
  public List<Piece> newestFirst(Instant settled) {
    List<Piece> apart = new ArrayList<>();
    Instant end = settled;
    for (Piece piece : all()) {
      Optional<Span> span = piece.span.until(end).filter(_ -> !piece.span.to().isAfter(settled));
      if (span.isPresent()) {
        apart.add(new Piece(piece.path, span.get()));
        end = span.get().from();
      }
    }
    return apart;
  }

  /// Of those that end together the longest comes first.
  private List<Piece> all() {
    List<Piece> pieces = new ArrayList<>();
    for (Path path : files()) {
      span(path).ifPresent(span -> pieces.add(new Piece(path, span)));
    }
    Comparator<Piece> byEnd = Comparator.comparing((Piece piece) -> piece.span.to()).reversed();
    pieces.sort(byEnd.thenComparing(piece -> piece.span.from()));
    return pieces;
  }

  private static Optional<Span> span(Path path) {
    Matcher name = NAME.matcher(path.getFileName().toString());
    if (!name.matches()) {
      return Optional.empty();
    }
    Instant from = Instant.ofEpochMilli(Long.parseLong(name.group(1)));
    Instant to = Instant.ofEpochMilli(Long.parseLong(name.group(2)));
    return from.isBefore(to) ? Optional.of(new Span(from, to)) : Optional.empty();
  }

  private List<Path> files() {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
      all.forEach(files::add);
    } catch (IOException | DirectoryIteratorException e) {
      // None that can be used.
      return List.of();
    }
    return files;
  }

  private List<Fill> read(Path piece) {
    try {
      return FillTable.read(Files.readAllBytes(piece));
    } catch (NoSuchFileException e) {
      throw useless("another look has counted them");
    } catch (IOException | RuntimeException e) {
      clear();
      throw useless(piece + " is unreadable");
    }
  }

  private static Fault useless(String why) {
    return new Fault(
        ExitCode.UNREACHABLE, "those read before are gone: " + why, "the next look reads them");
  }

  /// Keeps all fills of that span, newest first; others among them are passed over.
  ///
  /// @throws Fault CONFIG where they cannot be written
  public void keep(Span span, List<Fill> fills) {
    String name = span.from().toEpochMilli() + "-" + span.to().toEpochMilli();
    try {
      Path file = PrivateFiles.directory(folder).resolve(name);
      if (!Files.exists(file)) {
        PrivateFiles.replace(file, FillTable.write(within(span, fills)));
      }
    } catch (IOException e) {
      throw new Fault(
          ExitCode.CONFIG, "those read cannot be kept for the next look: " + e, "free space");
    }
  }

  private static List<Fill> within(Span span, List<Fill> fills) {
    return fills.stream().filter(fill -> span.holds(fill.time())).toList();
  }

  /// Forgets those that reach no further than that moment.
  public void forget(Instant counted) {
    List<Piece> pieces = all();
    List<Piece> old = pieces.stream().filter(it -> !it.span.to().isAfter(counted)).toList();
    if (old.size() == pieces.size()) {
      clear();
    } else {
      delete(old.stream().map(it -> it.path).toList());
    }
  }

  /// Forgets all of them.
  public void clear() {
    delete(files());
    delete(List.of(folder));
  }

  private static void delete(List<Path> paths) {
    try {
      for (Path path : paths) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      // What is left over is of no use once it is three days old, and of little before.
    }
  }
}
