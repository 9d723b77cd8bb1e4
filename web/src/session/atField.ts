import { ApiError } from '../api'

/** A failure told at a field of a form: `Form` marks it, and brings the focus there. */
export const atField = (field: string, message: string): ApiError =>
  new ApiError(400, message, { [field]: [message] })
