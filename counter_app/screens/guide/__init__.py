"""Guide-desk page (导办台): who waits, calls for help, numbers for others, first contacts, visits."""
