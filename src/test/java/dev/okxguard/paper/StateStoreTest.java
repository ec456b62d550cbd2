package dev.okxguard.paper;

import static dev.okxguard.paper.Desk.code;
import static dev.okxguard.paper.Desk.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import dev.okxguard.okx.wire.Transmission;
import dev.okxguard.testing.ManualTime;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateStoreTest {
  @TempDir Path directory;
  private final ManualTime time = ManualTime.at("2026-11-21T10:00:00Z");
  private PaperHome home;

  @BeforeEach
  void home() {
    home = Desk.home(directory);
  }

  @Test
  void stateAndKeysSurviveTheProcess() {
    Desk first = new Desk(home, time);
    first.place("a1");
    first.transport.close();
    Desk second = new Desk(Desk.home(directory), time);
    assertThat(second.credentials).isEqualTo(first.credentials);
    assertThat(code(second.get("/api/v5/trade/order?clOrdId=a1"))).isEqualTo("0");
  }

  @Test
  void onlyTheOwnerCanReadTheState() throws IOException {
    new Desk(home, time).place("a1");
    assertThat(mode(home.directory())).isEqualTo("rwx------");
    assertThat(mode(home.state())).isEqualTo("rw-------");
    assertThat(mode(home.lock())).isEqualTo("rw-------");
    try (var files = Files.list(home.directory())) {
      assertThat(files).containsExactlyInAnyOrder(home.state(), home.lock());
    }
  }

  @Test
  void readingWritesNothing() throws IOException {
    Desk desk = new Desk(home, time);
    desk.place("a1");
    Object before = Files.readAttributes(home.state(), "unix:ino,lastModifiedTime");
    desk.orders();
    desk.get("/api/v5/market/ticker?instId=BTC-USDT");
    assertThat(Files.readAttributes(home.state(), "unix:ino,lastModifiedTime")).isEqualTo(before);
  }

  @Test
  void eachTransportSeesWhatAnotherDid() {
    Desk one = new Desk(home, time);
    Desk other = new Desk(home, time);
    for (int i = 0; i < 5; i++) {
      one.place("one" + i);
      other.place("other" + i);
      assertThat(one.orders()).isEqualTo(2 * i + 2);
    }
  }

  @Test
  void threadsOnTwoTransportsLoseNoUpdate() throws Exception {
    RealTime real = new RealTime();
    Desk one = new Desk(home, real);
    Desk other = new Desk(Desk.home(directory), real);
    List<Future<Integer>> results = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      for (Desk desk : List.of(one, other, one, other)) {
        results.add(threads.submit(placing(desk, 14)));
      }
    }
    int accepted = 0;
    for (Future<Integer> result : results) {
      accepted += result.get();
    }
    assertThat(accepted).isEqualTo(56);
    assertThat(one.orders()).isEqualTo(56);
    assertThat(other.orders()).isEqualTo(56);
  }

  private static Callable<Integer> placing(Desk desk, int count) {
    return () -> {
      int accepted = 0;
      for (int i = 0; i < count; i++) {
        accepted += code(desk.place("t")).equals("0") ? 1 : 0;
      }
      return accepted;
    };
  }

  @Test
  void aHeldLockIsReportedAsBusyAfterABoundedWait() throws IOException {
    Desk desk = new Desk(home, time);
    try (FileChannel channel = FileChannel.open(home.lock(), StandardOpenOption.WRITE)) {
      FileLock lock = channel.lock();
      assertThat(lock.isValid()).isTrue();
      assertThat(desk.place("a1")).isInstanceOf(Transmission.NotSent.class);
      Fault fault = catchThrowableOfType(Fault.class, desk.transport::credentials);
      assertThat(fault.exitCode()).isEqualTo(ExitCode.BUSY);
    }
    assertThat(time.now()).isAfter("2026-11-21T10:00:19Z").isBefore("2026-11-21T10:00:25Z");
    assertThat(desk.orders()).isZero();
  }

  /// Else two processes would each lock a file of their own, and lose each other's orders.
  @Test
  void aDirectoryThatWasDeletedIsLockedAnew() throws IOException {
    Desk desk = new Desk(home, time);
    desk.place("a1");
    delete();
    Files.createDirectory(home.directory());
    try (FileChannel channel =
        FileChannel.open(home.lock(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      FileLock lock = channel.lock();
      assertThat(desk.place("a2")).isInstanceOf(Transmission.NotSent.class);
      assertThat(lock.isValid()).isTrue();
    }
    desk.credentials = desk.transport.credentials();
    assertThat(desk.orders()).isZero();
  }

  @Test
  void aDirectoryThatWasDeletedIsNotMadeAgainByClosing() throws IOException {
    Desk desk = new Desk(home, time);
    desk.place("a1");
    delete();
    desk.transport.close();
    assertThat(home.directory()).doesNotExist();
  }

  private void delete() throws IOException {
    try (var files = Files.list(home.directory())) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(home.directory());
  }

  /// A command that has done its work would else end as if nothing had been done.
  @Test
  void aTransportIsClosedEvenWhileSomebodyElseHoldsTheLock() throws IOException {
    Desk desk = new Desk(home, time);
    desk.place("a1");
    try (FileChannel channel = FileChannel.open(home.lock(), StandardOpenOption.WRITE)) {
      FileLock lock = channel.lock();
      desk.transport.close();
      assertThat(lock.isValid()).isTrue();
    }
    assertThat(desk.orders()).isEqualTo(1);
  }

  @Test
  void aDamagedStateIsReportedNeverReplacedAndResetCuresIt() throws IOException {
    for (String damage : List.of("", "{", "[]", "{\"format\":1}", "{\"format\":2}")) {
      new Desk(home, time).place("a1");
      Files.writeString(home.state(), damage);
      PaperTransport transport = new PaperTransport(home, time, Faults.none(), TinyTrading.OPENING);
      Fault fault = catchThrowableOfType(Fault.class, transport::credentials);
      assertThat(fault.exitCode()).isEqualTo(ExitCode.CONFIG);
      assertThat(fault.hint()).contains("okx paper reset");
      assertThat(home.state()).hasContent(damage);
      try (PaperAdmin admin = new PaperAdmin(home, time, TinyTrading.OPENING)) {
        admin.reset(Optional.of(3L));
      }
      assertThat(new Desk(home, time).orders()).isZero();
    }
  }

  @Test
  void aRunningTransportNoticesDamageAndReset() throws IOException {
    Desk desk = new Desk(home, time);
    desk.place("a1");
    Files.writeString(home.state(), "gone");
    Fault fault = catchThrowableOfType(Fault.class, desk::orders);
    assertThat(fault.exitCode()).isEqualTo(ExitCode.CONFIG);
    try (PaperAdmin admin = new PaperAdmin(home, time, TinyTrading.OPENING)) {
      admin.reset(Optional.empty());
    }
    assertThat(code(desk.get("/api/v5/account/balance"))).isEqualTo("50119");
    desk.credentials = desk.transport.credentials();
    assertThat(desk.orders()).isZero();
  }

  @Test
  void aDirectoryThatCannotBeWrittenIsAConfigFault() throws IOException {
    Path file = Files.writeString(directory.resolve("file"), "x");
    PaperHome below = Desk.home(file);
    PaperTransport transport = new PaperTransport(below, time, Faults.none(), TinyTrading.OPENING);
    Fault fault = catchThrowableOfType(Fault.class, transport::credentials);
    assertThat(fault.exitCode()).isEqualTo(ExitCode.CONFIG);
  }

  @Test
  void aStateThatCannotBeReadIsNeverTakenForAMissingOne() throws IOException {
    new Desk(home, time).place("a1");
    Files.delete(home.state());
    Files.createSymbolicLink(home.state(), home.state());
    PaperTransport transport = new PaperTransport(home, time, Faults.none(), TinyTrading.OPENING);
    Fault fault = catchThrowableOfType(Fault.class, transport::credentials);
    assertThat(fault.exitCode()).isEqualTo(ExitCode.CONFIG);
    assertThat(home.state()).isSymbolicLink();
  }

  @Test
  void aTransportThatWasNeverUsedLeavesNothingBehind() {
    new PaperTransport(home, time, Faults.none(), TinyTrading.OPENING).close();
    assertThat(home.directory()).doesNotExist();
  }

  @Test
  void anInterruptedCallDoesNotSpoilTheNextOne() {
    Desk desk = new Desk(home, time);
    desk.place("a1");
    Thread.currentThread().interrupt();
    assertThat(desk.place("a2")).isInstanceOf(Transmission.Lost.class);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(desk.orders()).isEqualTo(1);
  }

  @Test
  void aClosedTransportOpensAgainAtTheNextCall() {
    Desk desk = new Desk(home, time);
    desk.transport.close();
    assertThat(desk.orders()).isZero();
  }

  @Test
  void theSameSeedGivesTheSamePrices() {
    try (PaperAdmin admin = new PaperAdmin(home, time, TinyTrading.OPENING)) {
      admin.reset(Optional.of(5L));
      String first = json(new Desk(home, time).get(TICKER)).toString();
      admin.reset(Optional.of(6L));
      assertThat(json(new Desk(home, time).get(TICKER)).toString()).isNotEqualTo(first);
      admin.reset(Optional.of(5L));
      assertThat(json(new Desk(home, time).get(TICKER)).toString()).isEqualTo(first);
    }
  }

  private static final String TICKER = "/api/v5/market/ticker?instId=BTC-USDT-SWAP";

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
