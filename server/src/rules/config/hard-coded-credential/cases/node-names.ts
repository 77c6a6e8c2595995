// clean-next config/hard-coded-credential -- a name of a table
export const TableApiToken = 'api_token';

// expect-next config/hard-coded-credential
export const apiToken = 'tk_9f81c2ab77d04e53';
