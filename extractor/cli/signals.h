// SIGINT and SIGTERM as a wish to stop, which a run may grant when it suits.
#pragma once

namespace solieu::cli {

// From now on the first of these signals only sets the wish; a second one ends the program at once.
void listen_for_signals();

// The signal that came, or 0. Thread-safe.
int signal_received();

// A descriptor that can be read from once a signal came, for those who wait for input: poll it.
int signal_descriptor();

}  // namespace solieu::cli
