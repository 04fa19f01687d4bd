package org.goufu.platform.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** What every embedded server does with processes. */
final class ChildProcess {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private ChildProcess() {}

    /** The process of a file whose first line is its id; a file that a crash left without one names none. */
    static Optional<ProcessHandle> of(Path pidFile) throws IOException {
        if (!Files.exists(pidFile)) return Optional.empty();
        return Files.readString(pidFile)
                .lines()
                .findFirst()
                .map(String::strip)
                .filter(id -> id.matches("\\d{1,18}"))
                .flatMap(id -> ProcessHandle.of(Long.parseLong(id)));
    }

    static boolean runs(ProcessHandle process, String command) {
        return process.info().commandLine().orElse("").contains(command);
    }

    /** By the shell's own command: small machines have no other. */
    static void signal(long pid, String signal) throws IOException, InterruptedException {
        new ProcessBuilder("sh", "-c", "kill -" + signal + " " + pid)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    /** Asks again and again: of a process that is not its own child, Java learns the end only seconds later. */
    static boolean endsWithin(Duration limit, ProcessHandle process) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (process.isAlive()) {
            if (System.nanoTime() > end) return false;
            Thread.sleep(BETWEEN_LOOKS);
        }
        return true;
    }
}
