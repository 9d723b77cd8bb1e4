export { type Action, CAN, MEANING } from './can.gen'
export { type Authority, answer, api, authorizeWith, type Schema } from './client'
export { ApiError } from './error'
