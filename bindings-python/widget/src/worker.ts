// The script of the Worker that levels: one file, so that it can be started from a text.
import "paceline/worker";
