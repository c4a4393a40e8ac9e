import { ApiError } from '../../graphApi/errors/apiError';

/** An ID in the credential is wrong. `facts.field` is its name there. */
export class WrongIdError extends ApiError {}
