import { Alert } from '@/components/ui/notice'

/** Any error of the API that is no refusal: its code and its own words. */
export function ErrorBox({ code, message, announce }: { code: string; message: string; announce?: boolean }) {
  return (
    <Alert kind="error" title={<code className="text-deny">{code}</code>} announce={announce}>
      {message}
    </Alert>
  )
}
