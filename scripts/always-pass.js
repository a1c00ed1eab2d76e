// A canary that asks nothing and passes.
//
// An empty run costs what the daemon itself costs: its duration is the floor under every other canary's, and its
// lateness is the schedule's own.
