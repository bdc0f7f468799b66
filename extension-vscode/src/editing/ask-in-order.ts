type Questions<Answers> = {
  [Name in keyof Answers]: (
    sofar: Partial<Answers>,
  ) => Promise<Answers[Name] | undefined> | Answers[Name] | undefined;
};

/**
 * Asks one question after the other and gives all answers, or undefined as soon as the person backs out of one: an
 * answer of undefined means exactly that. A question may look at the answers before it.
 */
export async function askInOrder<Answers extends object>(
  questions: Questions<Answers>,
): Promise<Answers | undefined> {
  const answers: Partial<Answers> = {};
  for (const name of Object.keys(questions) as (keyof Answers)[]) {
    const answer = await questions[name](answers);
    if (answer === undefined) return undefined;
    answers[name] = answer;
  }
  return answers as Answers;
}
