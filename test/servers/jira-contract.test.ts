import { Ajv, type ValidateFunction } from 'ajv';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askPageServer } from './ask-page-server.ts';
import { hasData, readData } from './data-folder.ts';
import { type PageServer, startPageServer } from './page-server.ts';

type OpenApi = { components: { schemas: Record<string, unknown> } };

/** Atlassian's own description of the Jira Cloud REST API; test data, never part of the repository. */
function validator(schema: string): ValidateFunction {
  const text = readData('openapi/jira-cloud-v3.json') ?? '{}';
  const { components } = JSON.parse(text) as OpenApi;
  // OpenAPI's own keywords (example, nullable, xml) mean nothing to a JSON Schema validator.
  const ajv = new Ajv({ strict: false, validateFormats: false });
  return ajv.compile({ $ref: `#/components/schemas/${schema}`, components });
}

describe.skipIf(!hasData())("our Jira against Atlassian's own description", () => {
  let server: PageServer;
  beforeAll(async () => {
    server = await startPageServer();
  });
  afterAll(() => server.close());

  test.each([
    ['issue/picker?query=settlement', 'IssuePickerSuggestions'],
    ['issue/PAY-12', 'IssueBean'],
    ['issue/NO-1', 'ErrorCollection'],
    ['issueLinkType', 'IssueLinkTypes'],
  ])('the answer to GET %s is a valid %s', async (path, schema) => {
    const { body } = await askPageServer(
      server.port,
      `https://acme.atlassian.net/rest/api/3/${path}`,
    );
    const validate = validator(schema);
    validate(JSON.parse(body));
    expect(validate.errors).toBeNull();
  });

  test('a link request that Jira would refuse by its shape is refused here too', async () => {
    const validate = validator('LinkIssueRequestJsonBean');
    const isValid = (body: object) => validate(body);
    const [type, inwardIssue] = [{ name: 'Blocks' }, { key: 'PAY-12' }];
    expect(isValid({ type, inwardIssue, outwardIssue: { key: 'PAY-31' } })).toBe(true);
    const incomplete = { type, inwardIssue };
    expect(isValid(incomplete)).toBe(false);
    const answer = await askPageServer(
      server.port,
      'https://acme.atlassian.net/rest/api/3/issueLink',
      { method: 'POST', body: JSON.stringify(incomplete) },
    );
    expect(answer.status).toBe(400);
  });
});
