"""Who may do what over HTTP: tokens with a role, people who sign in with one, and what an endpoint asks of them."""
