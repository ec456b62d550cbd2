package dev.okxguard.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whether a user could change policy or state, with real files and permissions and made-up owners.
class EnforcementTest {
  private static final long KEEPER = 0;
  private static final long AGENT = 4711;

  @TempDir Path temp;
  private final Map<Path, Long> owners = new HashMap<>();
  private Path root;
  private Path policy;
  private Path state;

  @BeforeEach
  void places() throws IOException {
    root = temp.toRealPath();
    policy = root.resolve("etc/okx/guard.toml");
    state = root.resolve("lib/state");
    Files.createDirectories(policy.getParent());
    Files.createDirectories(state.resolve("live-1"));
    Files.writeString(policy, "");
    Files.writeString(state.resolve("live-1/policy.json"), "");
    for (String name : List.of("", "etc", "etc/okx", "lib", "lib/state", "lib/state/live-1")) {
      Desk.mode(root.resolve(name), "rwxr-xr-x");
    }
    Desk.mode(policy, "rw-r--r--");
    Desk.mode(state.resolve("live-1/policy.json"), "rw-------");
  }

  /// The real permissions, with every file the keeper's unless a test says otherwise.
  private Inodes.Inode inode(Path path) throws IOException {
    Inodes.Inode real = Inodes.real().of(path);
    return new Inodes.Inode(owners.getOrDefault(path, KEEPER), real.mode());
  }

  private Enforcement of(long user) {
    return Enforcement.of(List.of(policy), List.of(state), Optional.of(user), this::inode);
  }

  private void advisory(Path path, String why) {
    Enforcement found = of(AGENT);
    assertThat(found.word()).isEqualTo("advisory");
    assertThat(found.reasons()).contains(new Enforcement.Reason(path, why));
  }

  @Test
  void itIsEnforcedWhenNothingOnTheWayCanBeChanged() {
    assertThat(of(AGENT).reasons()).isEmpty();
    assertThat(of(AGENT).word()).isEqualTo("enforced");
  }

  @Test
  void rootIsNeverBound() {
    assertThat(of(0).word()).isEqualTo("advisory");
  }

  @Test
  void anUnknownUserIsNotTakenToBeBound() {
    assertThat(Enforcement.of(List.of(policy), List.of(), Optional.empty(), this::inode).word())
        .isEqualTo("advisory");
  }

  @Test
  void whoOwnsAFileMayChangeItWhateverItsMode() throws IOException {
    Desk.mode(policy, "r--r--r--");
    owners.put(policy, AGENT);
    advisory(policy, "that user owns it");
  }

  @Test
  void whoOwnsADirectoryAnywhereAboveMayExchangeTheFile() {
    owners.put(root.resolve("etc"), AGENT);
    advisory(root.resolve("etc"), "that user owns it");
  }

  @Test
  void writeBitsCountForGroupAndOthers() throws IOException {
    Desk.mode(policy, "rw-r--rw-");
    advisory(policy, "everybody may write to it");
    Desk.mode(policy, "rw-rw-r--");
    advisory(policy, "its group may write to it, and that user may be in it");
    Desk.mode(policy, "rw-r--r--");
    Desk.mode(policy.getParent(), "rwxrwxr-x");
    advisory(policy.getParent(), "its group may write to it, and that user may be in it");
  }

  @Test
  void aMissingFileCountsByWhoCouldPutOneThere() throws IOException {
    Files.delete(policy);
    assertThat(of(AGENT).word()).isEqualTo("enforced");
    Files.delete(policy.getParent());
    owners.put(root.resolve("etc"), AGENT);
    advisory(root.resolve("etc"), "that user owns it");
  }

  @Test
  void inAStickyDirectoryOnlyWhatIsMissingOrOnesOwnCanBeExchanged() throws IOException {
    Files.setAttribute(root.resolve("etc"), "unix:mode", 01777);
    assertThat(of(AGENT).word()).isEqualTo("enforced");
    owners.put(root.resolve("etc/okx"), AGENT);
    advisory(root.resolve("etc/okx"), "that user owns it");
    owners.clear();
    Files.delete(policy);
    Files.delete(policy.getParent());
    advisory(root.resolve("etc"), "everybody may write to it");
  }

  @Test
  void bothTheLinksPathAndItsTargetsCount() throws IOException {
    Path real = root.resolve("real/guard.toml");
    Files.createDirectories(real.getParent());
    Files.move(policy, real);
    Files.createSymbolicLink(policy, Path.of("../../real/guard.toml"));
    assertThat(of(AGENT).word()).isEqualTo("enforced");
    owners.put(real.getParent(), AGENT);
    assertThat(of(AGENT).reasons())
        .extracting(Enforcement.Reason::why)
        .containsExactly("that user owns it");
    owners.clear();
    owners.put(policy.getParent(), AGENT);
    advisory(policy.getParent(), "that user owns it");
  }

  @Test
  void aLinkedDirectoryCountsLikeTheFile() throws IOException {
    Path real = root.resolve("real");
    Files.move(policy.getParent(), real);
    Files.createSymbolicLink(policy.getParent(), real);
    assertThat(of(AGENT).word()).isEqualTo("enforced");
    owners.put(real, AGENT);
    advisory(real, "that user owns it");
  }

  @Test
  void aLoopOfLinksIsNotTakenForSafe() throws IOException {
    Files.delete(policy);
    Files.createSymbolicLink(policy, policy);
    assertThat(of(AGENT).word()).isEqualTo("advisory");
  }

  @Test
  void whatLiesInTheStateCountsToo() {
    Path memory = state.resolve("live-1/policy.json");
    owners.put(memory, AGENT);
    advisory(memory, "that user owns it");
  }

  @Test
  void underSudoTheCallerCounts() {
    assertThat(Enforcement.user(Map.of("SUDO_UID", "4711"), Optional.of(0L))).contains(4711L);
    assertThat(Enforcement.user(Map.of(), Optional.of(12L))).contains(12L);
    assertThat(Enforcement.user(Map.of("SUDO_UID", "x"), Optional.of(12L))).contains(12L);
    assertThat(Enforcement.user(Map.of("SUDO_UID", "0"), Optional.of(12L))).contains(0L);
  }

  @Test
  void theRealFilesOfThisUserBindNobody() {
    assertThat(Enforcement.of(List.of(policy), List.of(state), Map.of()).word())
        .isEqualTo("advisory");
  }
}
