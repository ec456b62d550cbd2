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

  private record Piece(Path path, Span span) {
    static Optional<Piece> of(Path path) {
      Matcher name = NAME.matcher(path.getFileName().toString());
      if (!name.matches()) {
        return Optional.empty();
      }
      Instant from = Instant.ofEpochMilli(Long.parseLong(name.group(1)));
      Instant to = Instant.ofEpochMilli(Long.parseLong(name.group(2)));
      return from.isBefore(to)
          ? Optional.of(new Piece(path, new Span(from, to)))
          : Optional.empty();
    }
  }

  /// What is there without a gap, up to the newest.
  ///
  /// @param settled of what happened later, not all may have been listed when it was read
  public Optional<Chain> chain(Instant settled) {
    List<Piece> chain = new ArrayList<>();
    for (Piece piece : newestFirst()) {
      Instant next = chain.isEmpty() ? piece.span().to() : chain.getLast().span().from();
      if (piece.span().to().equals(next) && !next.isAfter(settled)) {
        chain.add(piece);
      }
    }
    return chain.isEmpty() ? Optional.empty() : Optional.of(new Chain(chain));
  }

  /// Pieces that were there at one moment, the newest first: each ends where the one before begins.
  public final class Chain {
    private final List<Piece> pieces;

    private Chain(List<Piece> pieces) {
      this.pieces = pieces;
    }

    /// What they hold together.
    public Span span() {
      return new Span(pieces.getLast().span().from(), pieces.getFirst().span().to());
    }

    /// Gives their fills, newest first.
    ///
    /// @throws Fault UNREACHABLE where one cannot be used; then all are forgotten
    public void each(Consumer<Fill> each) {
      pieces.forEach(piece -> read(piece).forEach(each));
    }
  }

  /// Of those that end together the longest comes first.
  private List<Piece> newestFirst() {
    List<Piece> pieces = new ArrayList<>();
    for (Path path : files()) {
      Piece.of(path).ifPresent(pieces::add);
    }
    Comparator<Piece> byEnd = Comparator.comparing((Piece piece) -> piece.span().to()).reversed();
    pieces.sort(byEnd.thenComparing(piece -> piece.span().from()));
    return pieces;
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

  private List<Fill> read(Piece piece) {
    try {
      return FillTable.read(Files.readAllBytes(piece.path()));
    } catch (NoSuchFileException e) {
      throw useless("another look has counted them");
    } catch (IOException | RuntimeException e) {
      clear();
      throw useless(piece.path() + " is unreadable");
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

  /// Forgets all of them where none reaches beyond that moment.
  public void forget(Instant counted) {
    boolean wanted = newestFirst().stream().anyMatch(piece -> piece.span().to().isAfter(counted));
    if (!wanted) {
      clear();
    }
  }

  /// Forgets all of them.
  public void clear() {
    try {
      for (Path path : files()) {
        Files.deleteIfExists(path);
      }
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      // What is left over is of no use once it is three days old, and of little before.
    }
  }
}
