import { expect, test } from 'vitest';
import { judge } from './smtp-email.ts';

const failure = (facts: Record<string, unknown>) => judge(Object.assign(new Error('no'), facts)).is;

test.each([
  ['an address that the client can’t hand over', { code: 'EENVELOPE', command: 'API' }, 'later'],
  ['a message that can’t be written', { code: 'EMESSAGE' }, 'later'],
  ['a mailbox that does not exist', { code: 'EENVELOPE', command: 'RCPT TO', responseCode: 550 }, 'refused'],
  ['a mailbox that is busy', { code: 'EENVELOPE', command: 'RCPT TO', responseCode: 450 }, 'later'],
  ['a message that the server won’t have', { code: 'EMESSAGE', command: 'DATA', responseCode: 554 }, 'later'],
  ['a server that closes', { code: 'EENVELOPE', command: 'RCPT TO', responseCode: 421 }, 'broken'],
  ['a connection that broke', { code: 'ECONNECTION' }, 'broken'],
  [
    'a sign-in that the server refuses',
    { code: 'EAUTH', command: 'AUTH PLAIN', responseCode: 535 },
    'broken',
  ],
])('%s', (_, facts, is) => {
  expect(failure(facts)).toBe(is);
});
