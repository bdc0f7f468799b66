// Its world is where the bench asks from.
