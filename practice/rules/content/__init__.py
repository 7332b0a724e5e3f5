"""What a reply takes up of the client’s words, echoes, leaves out and invents."""
