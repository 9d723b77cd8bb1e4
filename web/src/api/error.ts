/** A refusal of the server, in its words; `status` 0 when it could not be reached. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    message: string,
    /** What is wrong with which field, by the field's name on the wire. */
    readonly fields: Readonly<Record<string, readonly string[]>> = {},
    /** What the server's log knows this answer by. */
    readonly correlation: string | null = null,
    /** Seconds to wait, when the server said. */
    readonly retryAfter: number | null = null,
    /** A stable word for what went wrong, when the server has one. */
    readonly code: string | null = null,
  ) {
    super(message)
    this.name = 'ApiError'
  }

  static unreachable(): ApiError {
    return new ApiError(0, '')
  }

  static from(response: Response, body: unknown): ApiError {
    const said = (body ?? {}) as {
      message?: string | null
      Message?: string | null
      code?: string | null
      error_description?: string
      ErrorModel?: { Message?: string }
      validationErrors?: Record<string, string[]> | null
    }
    const fields = said.validationErrors ?? {}
    const first = Object.values(fields)[0]?.[0]
    const message =
      first ??
      said.message ??
      said.Message ??
      said.ErrorModel?.Message ??
      said.error_description ??
      ''
    const after = Number(response.headers.get('Retry-After'))
    return new ApiError(
      response.status,
      message,
      fields,
      response.headers.get('X-Request-Id'),
      Number.isFinite(after) && after > 0 ? after : null,
      said.code ?? null,
    )
  }

  get isUnreachable(): boolean {
    return this.status === 0
  }
}
